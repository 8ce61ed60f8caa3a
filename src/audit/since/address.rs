//! When two addresses are the same for a reader of the report.

/// An address without what authors and programs write this way or that: the scheme, `www.`, the
/// case of the host, the slash at the end.
pub(super) fn address(url: &str) -> String {
    let bare = without(without(without(url.trim(), "https://"), "http://"), "www.").trim_end_matches('/');
    let host = bare.find(['/', '?', '#']).unwrap_or(bare.len());
    format!("{}{}", bare[..host].to_lowercase(), &bare[host..])
}

/// `text` without `prefix`, whatever the case of its letters.
fn without<'a>(text: &'a str, prefix: &str) -> &'a str {
    match text.get(..prefix.len()) {
        Some(start) if start.eq_ignore_ascii_case(prefix) => &text[prefix.len()..],
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dress_does_not_count() {
        for url in
            ["http://www.A.example/X/", "HTTPS://a.example/X", "a.example/X", "https://WWW.a.example/X"]
        {
            assert_eq!(address(url), "a.example/X", "{url}");
        }
        assert_ne!(address("http://a.example/X?a=1"), address("http://a.example/X?a=2"));
        assert_eq!(address("ä"), "ä");
        assert_eq!(address(""), "");
    }
}
