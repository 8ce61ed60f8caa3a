//! Why a file cannot be read, said so that an editor knows what to do next.

use thiserror::Error;

use super::foreign::Foreign;
use super::reader::{SIZE_LIMIT, TEXT_LIMIT};

/// Why a file gave no document.
///
/// The texts are fragments that fit behind "failed to read FILE: "; [`ReadError::hint`] says what
/// to do about it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ReadError {
    /// The file has no text: no bytes, or blanks only.
    #[error("the file is empty")]
    Empty,
    /// The file is larger than [`SIZE_LIMIT`].
    #[error("the file is {} MB large, the limit is {} MB", .size.div_ceil(1_000_000), SIZE_LIMIT / 1_000_000)]
    TooLarge {
        /// Its size in bytes.
        size: u64,
    },
    /// The file is text, and has more of it than [`TEXT_LIMIT`].
    #[error("the file has {} MB of text, the limit is {} MB", .size.div_ceil(1_000_000), TEXT_LIMIT / 1_000_000)]
    TooMuchText {
        /// Its size in bytes.
        size: usize,
    },
    /// The file is a document whose text is lost.
    #[error("its text cannot be read: {reason}")]
    NoText {
        /// What is wrong, in plain words.
        reason: String,
    },
    /// The file is of a kind that is known, but not read.
    #[error("this is {}, which is not read", .0.name)]
    Unsupported(&'static Foreign),
    /// The file is not text, and nobody knows what it is.
    #[error("this is binary data of an unknown kind")]
    Binary,
    /// The file is text, but its characters cannot be told.
    #[error("the text cannot be decoded as {encoding}")]
    Undecodable {
        /// The encoding it claims or seems to be in.
        encoding: &'static str,
    },
    /// The file opens with a password only.
    #[error("the PDF is protected by a password")]
    Locked,
    /// The password that was given does not open the file.
    #[error("the password does not open the PDF")]
    WrongPassword,
    /// The file is encrypted in a way that nobody documents.
    #[error("the PDF is encrypted in an unknown way")]
    UnknownEncryption,
    /// The file is damaged beyond what can be mended.
    #[error("the PDF is damaged")]
    Damaged,
    /// The file keeps the reader busy without end.
    #[error("the PDF takes too long to read")]
    TooSlow,
    /// The file has pages, and nothing is written on them.
    #[error("the PDF has no text")]
    Textless,
    /// The file is made of images of pages.
    #[error("the PDF is a scan without text")]
    Scanned,
}

impl ReadError {
    /// What the editor can do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Empty => "check that the export which wrote the file came to its end",
            Self::NoText { .. } => {
                "open it in the program that it is for, save it again, or ask for another copy"
            }
            Self::TooLarge { .. } | Self::TooMuchText { .. } => {
                "split the report into parts and audit them together"
            }
            Self::Unsupported(foreign) => foreign.advice,
            Self::Binary => "give a report as PDF, DOCX, ODT, RTF, EPUB, text, Markdown, HTML or LaTeX",
            Self::Locked => "give the password that opens it: --password",
            Self::WrongPassword => "give the password that the viewer asks for when it opens the file",
            Self::UnknownEncryption | Self::TooSlow => {
                "open it in a PDF viewer, print it to a new PDF and audit that"
            }
            Self::Damaged => "open it in a PDF viewer and save it anew, or ask for another copy",
            Self::Textless => {
                "its pages are blank, or their words are drawn as shapes: save it anew with its text, or run text \
                 recognition (OCR) on it first"
            }
            Self::Scanned => "run text recognition (OCR) on it first and audit the result",
            Self::Undecodable { .. } => "open the file in an editor and save it as UTF-8",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_it_is_and_what_to_do() {
        let error = ReadError::TooLarge { size: 300_000_001 };
        assert_eq!(error.to_string(), "the file is 301 MB large, the limit is 256 MB");
        assert_eq!(error.hint(), "split the report into parts and audit them together");
        let error = ReadError::Undecodable { encoding: "UTF-32" };
        assert_eq!(error.to_string(), "the text cannot be decoded as UTF-32");
    }
}
