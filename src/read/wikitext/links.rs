//! Links: to pages of the wiki, to files, to other sites.

use std::ops::Range;

use super::super::draft::Role;
use super::super::flow::Sign;
use super::super::target::target;
use super::writer::{Writer, is_external};

/// Namespaces of files, lower case.
#[rustfmt::skip]
static FILES: [&str; 18] = [
    "file", "image", "datei", "bild", "fichier", "archivo", "imagen", "ficheiro", "imagem", "immagine", "plik", "grafika",
    "файл", "изображение", "зображення", "bestand", "fil", "ملف",
];

/// Namespaces of categories, lower case.
#[rustfmt::skip]
static CATEGORIES: [&str; 10] = [
    "category", "kategorie", "catégorie", "categoría", "categoria", "kategoria", "категория", "категорія", "categorie", "санат",
];

impl Writer<'_> {
    /// `[[page|text]]`, `[[File:name|caption]]`.
    pub(super) fn internal_link(&mut self, inside: Range<usize>) {
        let page = &self.source[inside.clone()];
        if is_external(page) {
            self.external_link(inside);
            return;
        }
        let parts = self.pairs.split(self.source, inside.clone());
        let last = parts.last().cloned().unwrap_or(inside);
        let namespace = page.split_once(':').map_or(String::new(), |(name, _)| name.trim().to_lowercase());
        if FILES.contains(&namespace.as_str()) {
            if parts.len() > 1 {
                // A caption is a text of its own.
                let flow = self.apart(last);
                self.block(Role::Cell, flow);
            }
        } else if !CATEGORIES.contains(&namespace.as_str()) {
            self.enclosed(last);
        }
    }

    /// `[http://… text]`.
    pub(super) fn external_link(&mut self, inside: Range<usize>) {
        let text = &self.source[inside.clone()];
        let length =
            text.find(|c: char| c.is_whitespace() || matches!(c, '<' | '"' | '|')).unwrap_or(text.len());
        let label = inside.start + length..inside.end;
        self.link(inside.start..label.start, label);
    }

    /// A link: where its address and its text stand. Without a text the address is printed.
    pub(super) fn link(&mut self, address: Range<usize>, label: Range<usize>) {
        let line = self.lines.line(address.start);
        let address = self.raw(address);
        let sign =
            target(&address).or_else(|| bare_host(&address).then(|| Sign::Link(format!("http://{address}"))));
        let linked = sign.is_some();
        if let Some(sign) = sign {
            self.flow.open(sign);
        }
        if self.source[label.clone()].trim_matches(['|', ' ', '\u{1a}']).is_empty() {
            self.flow.push(&address, line);
        } else {
            self.enclosed(label);
        }
        if linked {
            self.flow.close();
        }
    }
}

/// Whether an address is given without its scheme: `www.example.org/path`.
fn bare_host(address: &str) -> bool {
    let host = address.split(['/', '?', '#']).next().unwrap_or_default();
    let labels = host.split('.');
    labels.clone().count() > 1
        && labels.into_iter().all(|label| {
            !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        })
}
