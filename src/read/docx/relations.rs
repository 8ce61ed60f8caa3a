//! What the parts of a package refer to: every part has a list of its own.

use std::collections::HashMap;

use super::super::package::Package;
use super::super::xml::{Node, Xml};

/// A relation of a part.
#[derive(Debug)]
struct Relation {
    /// The last word of its type: `footnotes`, `hyperlink`.
    kind: String,
    target: String,
}

/// The relations of one part.
#[derive(Debug, Default)]
pub(super) struct Relations {
    folder: String,
    by_id: HashMap<String, Relation>,
}

impl Relations {
    /// Those of the part `name`; of the package itself if it is empty.
    pub(super) fn of(package: &mut Package, name: &str) -> Self {
        let (folder, _) = name.rsplit_once('/').unwrap_or(("", name));
        let part = package.part(&list_of(name));
        let mut relations = Self { folder: folder.to_owned(), by_id: HashMap::new() };
        let source = part.unwrap_or_default();
        let mut xml = Xml::new(&source);
        while let Some(node) = xml.next() {
            let Node::Start(element) = node else { continue };
            let (Some(id), Some(target)) = (element.attribute("Id"), element.attribute("Target")) else {
                continue;
            };
            let kind = element.attribute("Type").unwrap_or_default();
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            relations.by_id.insert(id, Relation { kind, target });
        }
        relations
    }

    /// Where the hyperlink with this id leads.
    pub(super) fn target(&self, id: &str) -> Option<&str> {
        self.by_id.get(id).map(|relation| relation.target.as_str())
    }

    /// The name of the part of this kind.
    pub(super) fn part(&self, kind: &str) -> Option<String> {
        let relation = self.by_id.values().find(|relation| relation.kind == kind)?;
        Some(self.path(relation))
    }

    /// The identifiers and names of all parts of this kind.
    pub(super) fn parts(&self, kind: &str) -> impl Iterator<Item = (String, String)> {
        let of_kind = self.by_id.iter().filter(move |(_, relation)| relation.kind == kind);
        of_kind.map(|(id, relation)| (id.clone(), self.path(relation)))
    }

    fn path(&self, relation: &Relation) -> String {
        if let Some(absolute) = relation.target.strip_prefix('/') {
            return absolute.to_owned();
        }
        let slash = if self.folder.is_empty() { "" } else { "/" };
        format!("{}{slash}{}", self.folder, relation.target.trim_start_matches("./"))
    }
}

/// The name of the part that has the relations of the part `name`.
pub(super) fn list_of(name: &str) -> String {
    let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
    let slash = if folder.is_empty() { "" } else { "/" };
    format!("{folder}{slash}_rels/{file}.rels")
}
