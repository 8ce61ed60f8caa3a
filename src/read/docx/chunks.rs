//! Texts of other formats within a document (ISO/IEC 29500-1, 17.17.2.1), which Word turns into
//! its own when it next saves the document.

use std::collections::HashMap;

use super::super::draft::{Draft, DraftBlock, Role};
use super::super::flow::Flow;
use super::super::package::Package;
use super::super::{html, rtf};
use super::relations::Relations;

/// The texts of other formats that the main part refers to, by the identifiers of the relations.
pub(super) fn chunks(package: &mut Package, relations: &Relations) -> HashMap<String, Draft> {
    let mut chunks = HashMap::new();
    for (id, name) in relations.parts("aFChunk") {
        if let Some(source) = package.part(&name) {
            if let Some(draft) = draft(&source) {
                chunks.insert(id, draft);
            } else {
                package.warnings.push(format!("the part {name} is in a format that is not read there"));
            }
        }
    }
    chunks
}

fn draft(source: &str) -> Option<Draft> {
    if rtf::is_rtf(source.as_bytes()) {
        return Some(rtf::fragment(source.as_bytes()));
    }
    let head = source.trim_start();
    if head.starts_with('<') {
        return Some(Draft { blocks: html::fragment(source, None), ..Draft::default() });
    }
    let packed = head.starts_with("PK") || head.to_ascii_lowercase().starts_with("mime-version");
    (!packed).then(|| Draft { blocks: source.lines().map(paragraph).collect(), ..Draft::default() })
}

fn paragraph(line: &str) -> DraftBlock {
    let mut flow = Flow::default();
    flow.push(line, None);
    DraftBlock { role: Role::Paragraph, flow }
}
