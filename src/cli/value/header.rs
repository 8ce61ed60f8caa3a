//! A header to be sent along: `Name: value`.

use reqwest::header::{HeaderName, HeaderValue};

/// A header's name and value.
pub(crate) type Header = (HeaderName, HeaderValue);

/// Reads `Name: value`.
///
/// # Errors
/// If there is no colon, or name or value are none (RFC 9110 §5.1, §5.5).
pub(crate) fn header(text: &str) -> Result<Header, String> {
    let (name, value) = text.split_once(':').ok_or("no colon; write it like 'Accept-Language: en'")?;
    let name = name.trim().parse().map_err(|_| format!("{:?} is no header name", name.trim()))?;
    let value = value.trim().parse().map_err(|_| "the value has characters that no header may have")?;
    Ok((name, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_name_and_value() {
        let (name, value) = header("Referer:  https://a.example/x:y ").unwrap();
        assert_eq!((name.as_str(), value.to_str().unwrap()), ("referer", "https://a.example/x:y"));
    }

    #[test]
    fn refuses_what_no_server_would_read() {
        for text in ["Accept", "Bad Name: x", ": x", "X: a\nInjected: b"] {
            assert!(header(text).is_err(), "{text}");
        }
    }
}
