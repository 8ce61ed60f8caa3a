//! An address to be checked: once, however often it is cited.

use url::Url;

/// A distinct address with everything the citations say that it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The address to ask, without fragment.
    pub url: Url,
    /// Other readings of a broken address, best first, tried when the first is dead.
    pub alternatives: Vec<Url>,
    /// What the cited source should look like.
    pub claims: Claims,
}

/// What the notes say about a source: the measure that its page is held against.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Claims {
    /// Titles as printed, translations included, without repeats.
    pub titles: Vec<String>,
    /// Outlets and authors as printed, without repeats.
    pub sources: Vec<String>,
}
