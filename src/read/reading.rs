//! What a reader is told besides the bytes.

use std::fmt;

/// What a reader is told besides the bytes.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// The password that opens protected files.
    pub password: Option<String>,
}

/// The password is not shown.
impl fmt::Debug for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reading").field("password", &self.password.as_ref().map(|_| "…")).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_not_shown() {
        let reading = Reading { password: Some("hunter2".to_owned()) };
        assert_eq!(format!("{reading:?}"), "Reading { password: Some(\"…\") }");
    }
}
