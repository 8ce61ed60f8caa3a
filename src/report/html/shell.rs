//! What every page is set in: a head that lets nothing in or out, one look, and a language.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::policy::policy;

/// The look that all pages share.
const LOOK: &str = include_str!("shell.css");

/// A page as one file.
pub(in crate::report) struct Shell<'a> {
    /// Its title; one's own words, no text from outside.
    pub(in crate::report) title: &'a str,
    /// Its own style, beside the look of all.
    pub(in crate::report) style: &'a str,
    /// Its script, if it has one.
    pub(in crate::report) script: Option<&'a str>,
}

impl Shell<'_> {
    /// The page with this body.
    pub(in crate::report) fn around(&self, body: &Markup) -> String {
        let style = [LOOK, self.style].concat();
        let page = html! {
            (DOCTYPE)
            html lang="en" {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta http-equiv="Content-Security-Policy" content=(policy(&style, self.script));
                    meta name="referrer" content="no-referrer";
                    meta name="color-scheme" content="light dark";
                    title { (self.title) }
                    style { (PreEscaped(&style)) }
                }
                body {
                    (body)
                    @if let Some(script) = self.script { script { (PreEscaped(script)) } }
                }
            }
        };
        page.into_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_look_cannot_end_its_own_element() {
        assert!(!LOOK.contains("</"));
    }
}
