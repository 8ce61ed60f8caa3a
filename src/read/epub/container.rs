//! Where a book's own description is, and names of its parts.

use super::super::package::Package;
use super::super::xml::{Node, Xml};

/// The name of the part that describes the book.
pub(super) fn description(package: &mut Package) -> Option<String> {
    let container = package.part("META-INF/container.xml").unwrap_or_default();
    let mut xml = Xml::new(&container);
    while let Some(node) = xml.next() {
        let Node::Start(element) = node else { continue };
        let path = element.attribute("full-path").filter(|_| element.name() == b"rootfile");
        let kind = element.attribute("media-type").unwrap_or_default();
        if let Some(path) = path.filter(|path| is_description(path) || kind.contains("oebps")) {
            return Some(path);
        }
    }
    package.named(is_description)
}

fn is_description(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, extension)| extension.eq_ignore_ascii_case("opf"))
}

/// The name of the part that `address`, in the part `from`, leads to: relative, with escapes.
pub(super) fn resolve(from: &str, address: &str) -> String {
    let address = percent_encoding::percent_decode_str(address).decode_utf8_lossy();
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut path: Vec<&str> = Vec::new();
    let folder = if address.starts_with('/') { "" } else { folder };
    for step in folder.split('/').chain(address.split('/')) {
        match step {
            "" | "." => {}
            ".." => drop(path.pop()),
            step => path.push(step),
        }
    }
    path.join("/")
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn resolves_names_of_parts() {
        for (from, address, name) in [
            ("OEBPS/text/c1.xhtml", "../notes%20a.xhtml", "OEBPS/notes a.xhtml"),
            ("content.opf", "text/./c1.xhtml", "text/c1.xhtml"),
            ("a/b.opf", "/c.xhtml", "c.xhtml"),
            ("a/b.opf", "../../../c.xhtml", "c.xhtml"),
        ] {
            assert_eq!(resolve(from, address), name, "{from} {address}");
        }
    }
}
