//! Page furniture: menus, banners, share buttons, comments, and what is not shown at all.

use super::dom::{Element, Id};
use super::page::{Page, is_inline, is_invisible};
use super::{about, labels};

/// From this share of a page's text on, in percent, an element is content whatever it is called.
pub(super) const CONTENT_SHARE: u64 = 40;

/// How many links make a menu.
const MENU_LINKS: u32 = 3;

/// Values of `rel` of links that say something about the page, not about the subject.
static RELATIONS: [&str; 12] = [
    "tag",
    "category",
    "author",
    "bookmark",
    "prev",
    "next",
    "home",
    "search",
    "help",
    "license",
    "shortlink",
    "edit",
];

/// Paths of addresses that pass a page on.
static SHARING: [&str; 9] = [
    "/sharer",
    "/share?",
    "/share/",
    "/intent/",
    "/sharearticle",
    "/submit?url=",
    "/pin/create",
    "send?text=",
    "/sharing/share",
];

/// Last segments of paths at which readers sign in or subscribe.
static ACCOUNTS: [&str; 5] = ["signin", "sign-in", "signup", "sign-up", "wp-login.php"];

/// What marks a link of a site's own about the author of the page.
const BYLINE: &str = "source=post_page";

/// Whether an element of `page` is no part of the article.
pub(super) fn is_furniture(page: &Page, id: Id) -> bool {
    let Some(element) = page.dom.element(id) else { return false };
    let name = element.name();
    if is_invisible(name) {
        return true;
    }
    if page.is_book {
        return name == "nav" || labels::is_book_furniture(element) || is_hidden(element);
    }
    if matches!(name, "html" | "body" | "main" | "article") || page.holds(id, CONTENT_SHARE) {
        return false;
    }
    let structural = matches!(name, "nav" | "aside" | "footer" | "header" | "menu");
    let labelled =
        if is_inline(name) { labels::is_inline_furniture(element) } else { labels::is_furniture(element) };
    let about = || !is_inline(name) && about::is_about(page, id);
    (structural || is_hidden(element) || labelled || about()) && !is_apparatus(element)
}

/// Whether an element is little but links that stay on the site: a menu, related articles.
pub(super) fn is_menu(page: &Page, id: Id) -> bool {
    let links = page.links(id);
    let block =
        !is_inline(page.dom.name(id)) && !matches!(page.dom.name(id), "html" | "body" | "main" | "article");
    block
        && links.count >= MENU_LINKS
        && links.weight * 10 >= page.weight(id) * 7
        && links.own * 10 >= links.count * 8
        && !page.holds(id, CONTENT_SHARE)
}

/// Notes in an `aside`, a `footer` or folded away are notes all the same.
fn is_apparatus(element: &Element) -> bool {
    labels::section(element).is_some()
        || matches!(element.name(), "aside" | "footer" | "section" | "table")
            && labels::note_kind(element).is_some()
}

fn is_hidden(element: &Element) -> bool {
    let style = element.attribute("style").unwrap_or_default();
    let hides = |declaration: &str| {
        let (property, value) = declaration.split_once(':').unwrap_or_default();
        let (property, value) = (property.trim(), value.trim());
        property.eq_ignore_ascii_case("display") && value.eq_ignore_ascii_case("none")
            || property.eq_ignore_ascii_case("visibility") && value.eq_ignore_ascii_case("hidden")
    };
    element.attribute("hidden").is_some()
        || element.attribute("aria-hidden") == Some("true")
        || style.split(';').any(hides)
}

/// Whether a link belongs to the page rather than to its text: a tag, a share button.
pub(super) fn is_page_link(element: &Element, href: &str) -> bool {
    let relation = element.attribute("rel").unwrap_or_default();
    let lower = href.to_ascii_lowercase();
    labels::is_button(element)
        || relation.split_whitespace().any(|word| RELATIONS.contains(&word))
        || SHARING.iter().any(|path| lower.contains(path))
        || lower.contains(BYLINE)
        || is_account(&lower)
}

/// `@name` with a link to that name: somebody's page in a network, who is named and not cited.
pub(super) fn is_handle(text: &str, href: &str) -> bool {
    let name = text.trim().strip_prefix('@').unwrap_or_default();
    let path = href.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    let last = path.rsplit('/').next().unwrap_or_default().trim_start_matches('@');
    let of = |handle: &str| handle.split('@').next().unwrap_or_default().to_lowercase();
    !name.is_empty()
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | '-' | '@'))
        && of(last) == of(name)
}

/// Whether readers sign in or subscribe at an address.
fn is_account(address: &str) -> bool {
    let path = address.split('?').next().unwrap_or_default().trim_end_matches('/');
    let last = path.rsplit('/').next().and_then(|last| last.split('#').next());
    last.is_some_and(|last| ACCOUNTS.contains(&last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_handle_leads_to_its_name() {
        assert!(is_handle("@ng", "https://net.example/ng"));
        assert!(is_handle("@Ng@net.example", "https://net.example/@ng?lang=en"));
        assert!(!is_handle("@ng", "https://net.example/ng/status/123"));
        assert!(!is_handle("ng", "https://net.example/ng"));
    }
}
