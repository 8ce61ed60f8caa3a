//! Where an address stands in its file.

use std::ops::Range;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The place of an address in its file, for annotations and for writing in place. It is exact, or
/// there is none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "in", rename_all = "kebab-case")]
pub enum Location {
    /// In a file that is lines of text.
    Lines(Lines),
    /// In the parts of a package (DOCX, ODT, EPUB), or in a file whose lines mean nothing (RTF, flat ODT).
    Parts(Parts),
    /// On the pages of a PDF.
    Pages(Pages),
}

impl Location {
    /// The place in a file that is lines of text.
    pub fn lines(&self) -> Option<&Lines> {
        match self {
            Self::Lines(lines) => Some(lines),
            Self::Parts(_) | Self::Pages(_) => None,
        }
    }
}

/// A stretch of lines, as the regions of SARIF have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lines {
    /// Line where it starts, from 1.
    pub line: u32,
    /// Column where it starts, from 1, in Unicode characters.
    pub column: u32,
    /// Line where it ends, from 1.
    pub end_line: u32,
    /// Column behind its last character, from 1, in Unicode characters.
    pub end_column: u32,
    /// Its bytes in the file, escapes of the format included.
    pub bytes: Range<usize>,
}

/// Stretches of the parts of a package. At least one of the two lists has something.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parts {
    /// Where it is printed, piece by piece: a word processor cuts a text into runs. Empty where it is
    /// not printed, as behind a linked title.
    pub printed: Vec<Piece>,
    /// Where the address of the hyperlink over it is written. A fragment that is kept apart is a piece
    /// of its own.
    pub target: Vec<Piece>,
}

/// Bytes of a part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// The part's name in the package, as the package spells it; none where the file is no package.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<String>,
    /// The identifier of the relation that these bytes are the target of (OOXML).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relation: Option<String>,
    /// Its bytes in the unpacked part, escapes of the format included.
    pub bytes: Range<usize>,
}

/// Rectangles on the pages of a PDF. At least one of the two lists has something.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pages {
    /// Where it is printed: a rectangle for each line. Empty where it is not printed.
    pub printed: Vec<Area>,
    /// What the link annotation over it covers.
    pub link: Vec<Area>,
}

/// A rectangle on a page, in the coordinates that the page's own content and annotations use (PDF user
/// space: x to the right, y upwards, the origin in most files at the lower left corner; a rotation of
/// the page is not applied).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Area {
    /// The page, counted through the file from 1.
    pub page: u32,
    /// Its left edge.
    pub left: Points,
    /// Its lower edge.
    pub bottom: Points,
    /// Its right edge.
    pub right: Points,
    /// Its upper edge.
    pub top: Points,
}

/// A length in PDF points, kept in tenths.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Points(i32);

impl Points {
    /// So many points, to the nearest tenth.
    pub fn new(points: f32) -> Self {
        Self((points * 10.0).round() as i32)
    }

    /// So many tenths more.
    #[must_use]
    pub fn plus_tenths(self, tenths: i32) -> Self {
        Self(self.0.saturating_add(tenths))
    }

    /// The same on the other side of the origin.
    #[must_use]
    pub fn negated(self) -> Self {
        Self(self.0.saturating_neg())
    }

    /// In points.
    pub fn get(self) -> f64 {
        f64::from(self.0) / 10.0
    }
}

impl Serialize for Points {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.get())
    }
}

impl<'de> Deserialize<'de> for Points {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        f32::deserialize(deserializer).map(Self::new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_says_what_kind_of_place_it_is() {
        let piece = Piece { part: Some("content.xml".to_owned()), relation: None, bytes: 7..9 };
        let parts = Location::Parts(Parts { printed: vec![piece], target: Vec::new() });
        let json =
            r#"{"in":"parts","printed":[{"part":"content.xml","bytes":{"start":7,"end":9}}],"target":[]}"#;
        assert_eq!(serde_json::to_string(&parts).expect("JSON"), json);
        assert_eq!(serde_json::from_str::<Location>(json).expect("a place"), parts);
        let [left, bottom, right, top] = [72.04, 700.0, 99.96, 712.25].map(Points::new);
        let area = Area { page: 3, left, bottom, right, top };
        let pages = Location::Pages(Pages { printed: Vec::new(), link: vec![area] });
        let json = r#"{"in":"pages","printed":[],"link":[{"page":3,"left":72.0,"bottom":700.0,"right":100.0,"top":712.3}]}"#;
        assert_eq!(serde_json::to_string(&pages).expect("JSON"), json);
        assert_eq!(serde_json::from_str::<Location>(json).expect("a place"), pages);
    }
}
