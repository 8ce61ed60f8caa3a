//! How much is said of each finding, so that the page keeps to its size.

use maud::{Markup, html};

use super::text::{MOST, titled_link};
use crate::report::clean::cut;

/// How much is said, most first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Detail {
    /// All there is to say.
    Full,
    /// Without drawings, and in short where nothing is to be done.
    Terse,
    /// The same with the ends of long texts left out.
    Brief,
    /// The same with little more than beginnings.
    Bare,
}

/// What has room.
struct Room {
    /// The most of a text, in characters.
    text: usize,
    /// The most of an address that is a link, in bytes.
    address: usize,
    /// The most of a new wording, in bytes: in part it is of no use.
    wording: usize,
    /// How many pieces of evidence, and how many steps on the way, are told.
    pieces: usize,
}

impl Detail {
    /// From the most to the least.
    pub(super) const ALL: [Self; 4] = [Self::Full, Self::Terse, Self::Brief, Self::Bare];

    fn room(self) -> Room {
        match self {
            Self::Full | Self::Terse => {
                Room { text: MOST, address: usize::MAX, wording: MOST, pieces: usize::MAX }
            }
            Self::Brief => Room { text: 160, address: 300, wording: 600, pieces: 3 },
            Self::Bare => Room { text: 60, address: 200, wording: 400, pieces: 1 },
        }
    }

    /// A text on one line.
    pub(super) fn text(self, text: &str) -> String {
        cut(text, self.room().text)
    }

    /// An address as a link.
    pub(super) fn link(self, address: &str) -> Markup {
        self.titled_link(address, &self.text(address))
    }

    /// A link with a text of its own; the text alone where the address is too long.
    pub(super) fn titled_link(self, address: &str, text: &str) -> Markup {
        let has_room = address.len() <= self.room().address;
        html! { @if has_room { (titled_link(address, text)) } @else { (text) } }
    }

    /// Whether a new wording has room.
    pub(super) fn has_room_for(self, wording: &str) -> bool {
        wording.len() <= self.room().wording
    }

    /// How many pieces of evidence, and how many steps on the way, are told.
    pub(super) fn pieces(self) -> usize {
        self.room().pieces
    }
}
