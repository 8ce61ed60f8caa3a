//! The tables, in the order in which the signals are asked.

use super::{
    challenge, closed, consent, drift, gate, home, kind, legal, login, moved, parked, paywall, resolver,
    soft404, status, tombstone, unfinished,
};
use crate::check::ruling::{Ruling, Signal};

/// Told by one answer alone, before anything else on it is believed: what stands behind a wall
/// is unknown, and servers mean the status they send.
pub(in crate::check) static WALLS: &[Signal] = &[
    Signal { name: "identifier-resolves", look: resolver::resolved },
    Signal { name: "challenge-header", look: challenge::header },
    Signal { name: "work-in-spite-of-status", look: status::work_in_spite_of_status },
    Signal { name: "challenge-mark", look: challenge::mark },
    Signal { name: "parking-service", look: parked::parking_service },
    Signal { name: "site-suspended", look: parked::suspended },
    Signal { name: "default-server-page", look: parked::default_server },
    Signal { name: "legal-block", look: legal::legal_block },
    Signal { name: "challenge-words", look: challenge::wording },
    Signal { name: "status", look: status::status },
];

/// Told by one answer alone, once a page that sends its reader elsewhere has been followed. Words
/// about the site come before words about the page.
pub(in crate::check) static AT_SIGHT: &[Signal] = &[
    Signal { name: "domain-for-sale", look: parked::for_sale },
    Signal { name: "login-redirect", look: login::redirect },
    Signal { name: "wiki-without-article", look: tombstone::no_article },
    Signal { name: "tombstone", look: tombstone::tombstone },
    Signal { name: "error-record", look: tombstone::error_record },
    Signal { name: "service-closed", look: closed::discontinued },
    Signal { name: "maintenance", look: unfinished::maintenance },
    Signal { name: "error-address", look: soft404::error_address },
    Signal { name: "not-found-page", look: soft404::not_found_page },
    Signal { name: "login-form", look: login::form },
    Signal { name: "consent-wall", look: consent::consent_wall },
    Signal { name: "paywall", look: paywall::paywall },
    Signal { name: "gate", look: gate::gate },
    Signal { name: "site-placeholder", look: parked::placeholder },
    Signal { name: "empty-answer", look: unfinished::empty },
];

/// Told when the host's way with invented addresses is known too, as far as it could be.
pub(in crate::check) static IN_CONTEXT: &[Signal] = &[
    Signal { name: "sibling-probe", look: soft404::same_as_sibling },
    Signal { name: "redirect-to-home", look: home::redirect_to_home },
    Signal { name: "search-page", look: soft404::search_page },
    Signal { name: "domain-taken-over", look: drift::taken_over },
    Signal { name: "type-changed", look: kind::type_changed },
    Signal { name: "not-found-page", look: soft404::not_found_over_stories },
    Signal { name: "not-found-words", look: soft404::not_found_words },
    Signal { name: "title-similarity", look: drift::drift },
    Signal { name: "other-edition", look: drift::other_edition },
    Signal { name: "moved", look: moved::moved },
];

/// The first signal of a table that speaks, with its name.
pub(in crate::check) fn first_signal(
    table: &'static [Signal],
    case: &crate::check::case::Case<'_>,
) -> Option<(&'static str, Ruling)> {
    table.iter().find_map(|signal| Some((signal.name, (signal.look)(case)?)))
}
