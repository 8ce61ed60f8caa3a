//! PDFs of one page, made by hand.

use std::fmt::Write as _;
use std::sync::Arc;

use super::glyph::Page;
use super::hayro::{self, Hayro};

/// What a file of one page has. Its font `F` is Courier, whose characters are 0.6 of their size wide; `G` is the first
/// of the further objects.
#[derive(Debug, Default)]
pub(super) struct Made<'a> {
    /// What the page draws.
    pub content: &'a str,
    /// Entries of the page's resources besides the font.
    pub resources: &'a str,
    /// Entries of the catalogue.
    pub catalog: &'a str,
    /// Further objects, from [`FIRST`] on.
    pub objects: &'a [String],
}

/// The number of the first further object.
pub(super) const FIRST: usize = 6;

impl Made<'_> {
    /// The file.
    pub(super) fn file(&self) -> Vec<u8> {
        let own = [
            format!("<</Type/Catalog/Pages 2 0 R{}>>", self.catalog),
            "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
            format!(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R/G 6 0 R>>{}>>>>",
                self.resources
            ),
            stream("", self.content),
            "<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>".to_owned(),
        ];
        let mut file = "%PDF-1.7\n".to_owned();
        let mut table = String::new();
        let objects = own.iter().chain(self.objects);
        for (number, object) in (1..).zip(objects) {
            writeln!(table, "{:010} 00000 n ", file.len()).expect("memory");
            writeln!(file, "{number} 0 obj\n{object}\nendobj").expect("memory");
        }
        let (start, count) = (file.len(), FIRST + self.objects.len());
        write!(
            file,
            "xref\n0 {count}\n0000000000 65535 f \n{table}trailer<</Size {count}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF"
        )
        .expect("memory");
        file.into_bytes()
    }

    /// What its page draws.
    pub(super) fn page(&self) -> Page {
        let pdf = hayro::open(&Arc::new(self.file()), None).expect("a PDF");
        Hayro::new(&pdf).page(0)
    }

    /// The characters that its page draws, in their order.
    pub(super) fn text(&self) -> String {
        self.page().glyphs.iter().map(|glyph| glyph.c).collect()
    }
}

/// The characters that a page draws, which has nothing but its content.
pub(super) fn text(content: &str) -> String {
    Made { content, ..Made::default() }.text()
}

/// An object with data.
pub(super) fn stream(entries: &str, data: &str) -> String {
    format!("<<{entries}/Length {}>>\nstream\n{data}\nendstream", data.len())
}

/// A form.
pub(super) fn form(entries: &str, content: &str) -> String {
    let entries =
        format!("/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</Font<</F 5 0 R>>>>{entries}");
    stream(&entries, content)
}
