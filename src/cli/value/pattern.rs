//! Patterns for addresses.

use regex::Regex;

/// Reads a regular expression.
///
/// # Errors
/// If it is none: what is wrong with it, in one line, and what an address with special characters
/// looks like.
pub(crate) fn pattern(text: &str) -> Result<Regex, String> {
    Regex::new(text).map_err(|error| {
        let error = error.to_string();
        let last = error.lines().last().unwrap_or_default();
        let why = last.strip_prefix("error: ").unwrap_or(last);
        format!(
            "is no regular expression: {why}; to mean the characters . ? + ( [ themselves, put \\ before each"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_told_in_a_line() {
        assert!(pattern(r"^https://intern\.").is_ok());
        let told = pattern("http://a.example/(").expect_err("no expression");
        assert_eq!(
            told,
            "is no regular expression: unclosed group; \
             to mean the characters . ? + ( [ themselves, put \\ before each"
        );
        assert!(!pattern("[z-a]").expect_err("no expression").contains('\n'));
        assert!(!pattern(&"(a{1000}){1000}".repeat(9)).expect_err("too large").contains('\n'));
    }
}
