//! The login of Save Page Now: two keys that are never shown.

use std::fmt;

use reqwest::header::HeaderValue;

use crate::model::MASK;

/// An S3-like pair of keys of the Internet Archive. Shown as `***`, whoever asks.
#[derive(Clone, PartialEq, Eq)]
pub struct Credentials {
    header: HeaderValue,
}

/// The keys cannot be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CredentialsError {
    /// One of them is empty.
    #[error("one of the two keys is empty")]
    Empty,
    /// They hold a character that no header can carry.
    #[error("the keys hold a character that cannot be sent")]
    Unsendable,
}

impl Credentials {
    /// A pair of keys, blanks around them left out.
    ///
    /// # Errors
    /// If they are empty or cannot be put into a header.
    pub fn new(access: &str, secret: &str) -> Result<Self, CredentialsError> {
        let (access, secret) = (access.trim(), secret.trim());
        if access.is_empty() || secret.is_empty() {
            return Err(CredentialsError::Empty);
        }
        let mut header = HeaderValue::from_str(&format!("LOW {access}:{secret}"))
            .map_err(|_| CredentialsError::Unsendable)?;
        header.set_sensitive(true);
        Ok(Self { header })
    }

    /// The `Authorization` header.
    pub(super) fn header(&self) -> HeaderValue {
        self.header.clone()
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Credentials({MASK})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_are_sent_and_never_shown() {
        let credentials = Credentials::new(" k4NaRy0access\n", "k4NaRy0secret").expect("keys");
        assert_eq!(credentials.header(), "LOW k4NaRy0access:k4NaRy0secret");
        assert_eq!(format!("{credentials:?}"), "Credentials(***)");
        assert!(!format!("{:?}", credentials.header()).contains("k4NaRy0"));
    }

    #[test]
    fn what_cannot_be_a_key_is_refused() {
        assert_eq!(Credentials::new("", "b"), Err(CredentialsError::Empty));
        assert_eq!(Credentials::new("a", "  "), Err(CredentialsError::Empty));
        assert_eq!(Credentials::new("a\nb", "c"), Err(CredentialsError::Unsendable));
    }
}
