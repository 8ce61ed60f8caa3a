//! The address of an interface: http or https, nothing else.

use url::Url;

/// Reads an http(s) address.
///
/// # Errors
/// If it is no address, or one of another scheme.
pub(crate) fn http_url(text: &str) -> Result<Url, String> {
    let url = Url::parse(text).map_err(|error| format!("no address: {error}"))?;
    if matches!(url.scheme(), "http" | "https") {
        Ok(url)
    } else {
        Err(format!("{}: is no web address; write https://…", url.scheme()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_web_only() {
        assert_eq!(http_url("https://a.example/x").unwrap().as_str(), "https://a.example/x");
        assert_eq!(http_url("a.example").unwrap_err(), "no address: relative URL without a base");
        assert_eq!(http_url("ftp://a.example").unwrap_err(), "ftp: is no web address; write https://…");
    }
}
