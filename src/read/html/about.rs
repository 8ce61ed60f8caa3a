//! What a page says about itself and about other pages: how to cite it, who wrote it, what else
//! there is to read. Known by how it is headed, since its labels differ from site to site.

use super::super::apparatus;
use super::dom::Id;
use super::page::Page;

/// Longest text that opens such a part and is looked at, in bytes.
const LONGEST: usize = 80;

/// Bytes of text in a line that leads on to other pages.
const LONGEST_LINE: u32 = 400;

/// Headings of such parts, lower case.
#[rustfmt::skip]
static HEADINGS: [&str; 44] = [
    "about the author", "about the authors", "about this article", "citation", "cite as", "cite this", "cite this article",
    "comments", "download citation", "how to cite", "how to cite this article", "leave a comment", "leave a reply", "licence",
    "license", "newsletter", "recommended citation", "rights and permissions", "share", "share this", "subscribe",
    "suggested citation", "tags", "über den autor", "zitiervorschlag", "zitierweise", "kommentare", "à propos de l'auteur",
    "pour citer cet article", "commentaires", "cómo citar", "sobre el autor", "comentarios", "como citar", "sobre o autor",
    "comentários", "come citare", "commenti", "об авторе", "как цитировать", "комментарии", "для цитирования", "про автора",
    "引用方法",
];

/// What lines and headings that lead on to other pages begin with, lower case.
#[rustfmt::skip]
static LEADING_ON: [&str; 32] = [
    "read also", "also read", "read next", "related:", "related articles", "related posts", "related content", "related stories",
    "you may also like", "you might also like", "recommended for you", "more from ", "lesen sie auch", "mehr zum thema",
    "lire aussi", "à lire aussi", "leer también", "lea también", "te puede interesar", "leia também", "leggi anche",
    "lees ook", "läs också", "czytaj też", "czytaj także", "читайте также", "материалы по теме", "читайте також", "оқи отырыңыз",
    "اقرأ أيضا", "関連記事", "相关阅读",
];

/// What a line that says whose the page is begins with, lower case.
static OWNERS: [&str; 4] = ["©", "copyright ©", "copyright (c)", "all rights reserved"];

/// Whether a block of the page is such a part.
pub(super) fn is_about(page: &Page, block: Id) -> bool {
    let line = page.weight(block) <= LONGEST_LINE && page.links(block).count > 0;
    if !line && !opens_with_heading(page, block) {
        return false;
    }
    let text = page.dom.text_up_to(block, LONGEST).to_lowercase();
    let text = text.trim_start();
    let begins = |starts: &[&str]| starts.iter().any(|start| text.starts_with(start));
    begins(&LEADING_ON) || line && begins(&OWNERS) || is_headed(page, block)
}

fn opens_with_heading(page: &Page, block: Id) -> bool {
    first(page, block).is_some_and(|first| is_heading(page.dom.name(first)))
}

/// Whether the block opens with such a heading, and has more than that.
fn is_headed(page: &Page, block: Id) -> bool {
    let Some(heading) = first(page, block).filter(|first| is_heading(page.dom.name(*first))) else {
        return false;
    };
    let text = page.dom.text_up_to(heading, LONGEST);
    let title = text.trim().trim_end_matches(':').to_lowercase();
    apparatus::section_of(&title).is_none() && HEADINGS.contains(&title.as_str())
}

/// The first node in a block that has text.
fn first(page: &Page, block: Id) -> Option<Id> {
    page.dom.children(block).find(|id| page.weight(*id) > 0)
}

fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}
