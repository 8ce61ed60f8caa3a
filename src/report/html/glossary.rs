//! What the reasons mean that occur on the page: said once, and linked from every finding.

use std::collections::BTreeSet;

use maud::{Markup, html};

use crate::model::{Audit, Reason};
use crate::report::explain::Topic;

/// The reasons that occur, explained.
pub(super) fn glossary(audit: &Audit) -> Markup {
    let reasons: BTreeSet<Reason> = audit.findings.iter().map(|finding| finding.check.value.reason).collect();
    html! {
        @if !reasons.is_empty() {
            section aria-labelledby="reasons" {
                h2 #reasons { "What the reasons mean" }
                dl .reasons {
                    @for reason in reasons {
                        dt id={ "r-" (reason) } { (reason) }
                        dd { (explained(reason)) }
                    }
                }
            }
        }
    }
}

fn explained(reason: Reason) -> Markup {
    let text = Topic::Reason(reason).explanation();
    html! { p { (text.means) } p .w { (text.how) } p { (text.next) } }
}
