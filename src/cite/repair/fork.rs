//! Places where an address can be read in more than one way.

/// What stands between two pieces of an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cite) enum Fork {
    /// The pieces belong together.
    Sure,
    /// They probably do; the address may also end here.
    Join,
    /// The address probably ends here; the pieces may also belong together.
    Stop,
    /// The first piece ends in a hyphen, the author's (`keep`) or the typesetter's.
    Hyphen {
        /// Whether the hyphen is thought to be the author's.
        keep: bool,
    },
}

impl Fork {
    /// The other way to read it.
    pub(in crate::cite) fn flipped(self) -> Option<Self> {
        match self {
            Self::Sure => None,
            Self::Join => Some(Self::Stop),
            Self::Stop => Some(Self::Join),
            Self::Hyphen { keep } => Some(Self::Hyphen { keep: !keep }),
        }
    }
}
