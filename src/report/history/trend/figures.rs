//! The numbers below a chart, and how shares are told.

use maud::{Markup, html};

/// A share in words: `11.7%`; a dash of nothing.
pub(super) fn share(part: u32, whole: u32) -> String {
    if whole == 0 {
        return "–".to_owned();
    }
    let percent = format!("{:.1}", 100.0 * f64::from(part) / f64::from(whole));
    format!("{}%", percent.strip_suffix(".0").unwrap_or(&percent))
}

/// A number with its share of a whole.
pub(super) fn number_and_share(part: u32, whole: u32) -> Markup {
    html! { (part) @if part > 0 { " " small { (share(part, whole)) } } }
}

/// A table of numbers: the first column names the row. It scrolls by itself where it is long.
pub(super) fn table(caption: &str, heads: &[String], rows: &[(Markup, Vec<Markup>)]) -> Markup {
    html! {
        div .scroll .figures tabindex="0" role="region" aria-label=(caption) {
            table {
                caption { (caption) }
                thead { tr { @for head in heads { th scope="col" { (head) } } } }
                tbody { @for (name, cells) in rows {
                    tr { th scope="row" { (name) } @for cell in cells { td { (cell) } } }
                } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_has_one_decimal_where_it_says_something() {
        let shares =
            [(14, 120), (1, 2), (0, 7), (2, 3), (1, 10_000), (0, 0)].map(|(part, whole)| share(part, whole));
        assert_eq!(shares, ["11.7%", "50%", "0%", "66.7%", "0%", "–"]);
    }
}
