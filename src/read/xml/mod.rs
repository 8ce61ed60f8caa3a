//! XML as word processors write it: a stream of elements and text, by local names.
//!
//! Prefixes and namespaces are left aside: the formats exist in several (transitional and strict
//! OOXML), and local names are enough to tell their elements apart. A document type declaration
//! ends the reading: no word processor writes one, and entities are how XML is made to explode.

mod element;
mod stream;

pub(super) use element::Element;
pub(super) use stream::{Node, Xml};

#[cfg(test)]
mod tests;
