//! A file that is nothing but addresses, one a line.

/// The addresses of a list with their lines; none if the text is no list. What begins with `#` or
/// `;` is a remark.
pub(super) fn addresses(text: &str) -> Option<Vec<(&str, u32)>> {
    let mut addresses = Vec::new();
    for (line, number) in text.lines().zip(1..) {
        let line = line.trim();
        if line.is_empty() || line.starts_with(['#', ';']) {
            continue;
        }
        addresses.push((address(line)?, number));
    }
    (!addresses.is_empty()).then_some(addresses)
}

/// The address that a line consists of, perhaps in quotes or angle brackets, with a comma behind.
fn address(line: &str) -> Option<&str> {
    let line = line.trim_end_matches([',', ';']).trim_matches(['"', '\'']);
    let line = line.strip_prefix('<').and_then(|line| line.strip_suffix('>')).unwrap_or(line);
    is_address(line).then_some(line)
}

/// Whether a text is one address with its scheme.
pub(super) fn is_address(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once("://") else { return false };
    let schemes = ["http", "https", "ftp"];
    schemes.iter().any(|known| scheme.eq_ignore_ascii_case(known))
        && rest.starts_with(char::is_alphanumeric)
        && !text.contains(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"'))
        && !rest.contains("://www.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_lists_only() {
        let list = "# sources\nhttp://a.example/1,\n\n <https://b.example/2>\n\"ftp://c.example/3\"\r\n";
        let expected = vec![("http://a.example/1", 2), ("https://b.example/2", 4), ("ftp://c.example/3", 5)];
        assert_eq!(addresses(list), Some(expected));
        assert_eq!(addresses("See http://a.example/1\n"), None);
        assert_eq!(addresses("http://a.example/1\nand more\n"), None);
        assert_eq!(addresses("# nothing\n"), None);
    }
}
