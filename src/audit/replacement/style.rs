//! The styles, by name.

use strum::{Display, EnumIter, EnumString, IntoStaticStr};

use super::work::Work;
use super::{apa, bluebook, chicago, mla, plain, robust_link, wikipedia};

/// A style of citation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Display, EnumString, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum CitationStyle {
    /// Author, “Title,” Outlet, date, address, archived … at ….
    #[default]
    Plain,
    /// A note of the Chicago Manual of Style.
    Chicago,
    /// The Bluebook, with the copy in brackets as it is for Perma.cc.
    Bluebook,
    /// A reference of the American Psychological Association.
    Apa,
    /// A work cited of the Modern Language Association.
    Mla,
    /// The template `cite web` of Wikipedia.
    Wikipedia,
    /// HTML with the attributes of Robust Links.
    RobustLink,
}

impl CitationStyle {
    pub(super) fn write(self, work: &Work<'_>) -> String {
        match self {
            Self::Plain => plain::write(work),
            Self::Chicago => chicago::write(work),
            Self::Bluebook => bluebook::write(work),
            Self::Apa => apa::write(work),
            Self::Mla => mla::write(work),
            Self::Wikipedia => wikipedia::write(work),
            Self::RobustLink => robust_link::write(work),
        }
    }
}
