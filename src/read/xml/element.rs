//! The start of an element.

use std::borrow::Cow;

use quick_xml::events::BytesStart;

/// The start of an element.
#[derive(Debug)]
pub(in crate::read) struct Element<'a>(pub(super) BytesStart<'a>);

impl Element<'_> {
    /// Its name without the prefix.
    pub(in crate::read) fn name(&self) -> &[u8] {
        self.0.local_name().into_inner()
    }

    /// The value of the first attribute with this local name.
    pub(in crate::read) fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        attributes.with_checks(false);
        let found = attributes.flatten().find(|found| found.key.local_name().as_ref() == name.as_bytes())?;
        let value = String::from_utf8_lossy(&found.value);
        let unescaped = quick_xml::escape::unescape(&value).map(Cow::into_owned);
        Some(unescaped.unwrap_or_else(|_| value.into_owned()))
    }

    /// An attribute that is a number.
    pub(in crate::read) fn number(&self, name: &str) -> Option<u32> {
        self.attribute(name)?.trim().parse().ok()
    }
}
