//! The start of an element.

use std::borrow::Cow;
use std::ops::Range;

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

    /// The bytes of `source`, which the element was read from, that are the value of the first
    /// attribute with this local name, blanks at its ends left out.
    pub(in crate::read) fn value_in(&self, source: &str, name: &str) -> Option<Range<usize>> {
        let mut attributes = self.0.attributes();
        attributes.with_checks(false);
        let found = attributes.flatten().find(|found| found.key.local_name().as_ref() == name.as_bytes())?;
        let Cow::Borrowed(value) = found.value else { return None };
        let value = value.trim_ascii();
        let start = (value.as_ptr() as usize).checked_sub(source.as_ptr() as usize)?;
        let range = start..start + value.len();
        (source.as_bytes().get(range.clone()) == Some(value)).then_some(range)
    }

    /// An attribute that is a number.
    pub(in crate::read) fn number(&self, name: &str) -> Option<u32> {
        self.attribute(name)?.trim().parse().ok()
    }
}
