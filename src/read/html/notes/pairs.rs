//! Which links are markers, and which nodes are their notes.

use std::collections::{HashMap, HashSet};

use crate::model::Kind;

use super::super::super::apparatus::{self, marker_label};
use super::super::dom::{Dom, Id};
use super::super::labels;
use super::super::page::{Page, is_inline};
use super::extent;
use super::links::{self, Jump};

/// Longest text of a marker that is looked at, in bytes.
const LONGEST_MARKER: usize = 40;
/// Longest text of a reference by author and year, in bytes.
const LONGEST_NAME: usize = 160;

/// The notes of a page that links declare.
#[derive(Debug, Default)]
pub(in crate::read::html) struct Linked {
    /// The notes in the order of the page.
    pub(in crate::read::html) notes: Vec<Note>,
    /// For every link that is a marker the index of its note.
    pub(in crate::read::html) markers: HashMap<Id, Marker>,
    /// Links that lead back to a marker.
    pub(in crate::read::html) backs: HashSet<Id>,
    /// Nodes that belong to a note.
    pub(in crate::read::html) taken: HashSet<Id>,
}

/// A note and where its text is.
#[derive(Debug)]
pub(in crate::read::html) struct Note {
    /// The label that its markers show; none if they show a name, or if it has no marker.
    pub(in crate::read::html) label: Option<String>,
    pub(in crate::read::html) kind: Kind,
    /// The nodes that hold its text, in order.
    pub(in crate::read::html) content: Vec<Id>,
}

/// A link that is a marker.
#[derive(Debug, Clone, Copy)]
pub(in crate::read::html) struct Marker {
    pub(in crate::read::html) note: usize,
    /// Whether its text is a label only, to be taken out of the text.
    pub(in crate::read::html) label: bool,
}

/// Finds the notes of `page`.
pub(in crate::read::html) fn find(page: &Page) -> Linked {
    let jumps = links::jumps(page);
    let by_target = links::by_target(&jumps);
    let candidates: Vec<Candidate> = jumps.iter().filter_map(|jump| candidate(page, *jump)).collect();
    let lists = lists(&candidates);
    let mut targets: HashMap<Id, Guess> = HashMap::new();
    for candidate in candidates.iter().filter(|candidate| !lists.contains(&candidate.target)) {
        if !targets.contains_key(&candidate.target)
            && let Some(kind) = accepted(page, candidate, &by_target)
        {
            targets.insert(candidate.target, kind);
        }
    }
    add_siblings(page, &mut targets);
    collect(page, &targets, &candidates, &by_target)
}

/// What the labels say of a note's kind, if they say anything.
#[derive(Debug, Clone, Copy)]
struct Guess(Option<Kind>);

/// A link forward that may be a marker.
#[derive(Debug)]
struct Candidate {
    link: Id,
    target: Id,
    /// The label its text shows; none if it is a name.
    label: Option<String>,
    /// Whether it is raised or labelled as a marker.
    raised: bool,
}

fn candidate(page: &Page, Jump { link, target }: Jump) -> Option<Candidate> {
    let forward = page.place(target) > page.place(link) && !page.contains(link, target);
    if !forward || is_part(page, target) {
        return None;
    }
    let text = page.dom.text_up_to(link, LONGEST_NAME);
    let label = if text.len() <= LONGEST_MARKER { marker_label(&text) } else { None };
    let label = label.filter(|label| !is_year(label) || kind_of(page, target) != Some(Kind::Bibliography));
    let raised = is_raised(page, link);
    (label.is_some() || text.len() <= LONGEST_NAME).then_some(Candidate { link, target, label, raised })
}

/// Whether a label may be the year in a reference by author and year.
fn is_year(label: &str) -> bool {
    let digits = label.trim_end_matches(|c: char| c.is_ascii_lowercase());
    digits.len() == 4 && digits.parse().is_ok_and(|year: u32| (1500..2100).contains(&year))
}

/// Whether a link is set as a marker, or labelled as one.
fn is_raised(page: &Page, link: Id) -> bool {
    let near = page.dom.ancestors(link).take(3).filter_map(|id| page.dom.element(id));
    near.into_iter().any(|element| element.name() == "sup" || labels::is_marker(element))
        || page.dom.nodes(link).take(6).any(|id| page.dom.name(id) == "sup")
}

/// Targets that markers with different labels lead to: the list of notes as a whole.
fn lists(candidates: &[Candidate]) -> HashSet<Id> {
    let mut labels: HashMap<Id, &str> = HashMap::new();
    let labelled =
        candidates.iter().filter_map(|candidate| Some((candidate.target, candidate.label.as_deref()?)));
    labelled
        .filter(|(target, label)| *labels.entry(*target).or_insert(label) != *label)
        .map(|(target, _)| target)
        .collect()
}

/// Whether a target is a part of the page, not a note.
fn is_part(page: &Page, target: Id) -> bool {
    let heading = |id| matches!(page.dom.name(id), "h1" | "h2" | "h3" | "h4" | "h5" | "h6");
    page.is_large(target) && !is_inline(page.dom.name(target))
        || page
            .dom
            .ancestors(target)
            .take_while(|id| is_inline(page.dom.name(*id)) || heading(*id))
            .any(heading)
        || page.dom.nodes(target).take(16).any(heading)
}

/// Whether a candidate leads to a note, and to which kind as far as the labels tell.
fn accepted(page: &Page, candidate: &Candidate, by_target: &HashMap<Id, Vec<Id>>) -> Option<Guess> {
    let kind = kind_of(page, candidate.target);
    if candidate.label.is_none() {
        return (kind == Some(Kind::Bibliography)).then_some(Guess(kind));
    }
    (kind.is_some() || candidate.raised || leads_back(page, candidate, by_target)).then_some(Guess(kind))
}

/// Whether a link behind the start of the note leads back to the marker.
fn leads_back(page: &Page, candidate: &Candidate, by_target: &HashMap<Id, Vec<Id>>) -> bool {
    let links = links::anchors(page, candidate.link)
        .into_iter()
        .filter_map(|anchor| by_target.get(&anchor))
        .flatten();
    links.into_iter().any(|link| page.place(*link) + 8 >= page.place(candidate.target))
}

/// What labels say about a target, from the inside out.
fn kind_of(page: &Page, target: Id) -> Option<Kind> {
    page.dom
        .ancestors(target)
        .take(5)
        .take_while(|id| !matches!(page.dom.name(*id), "body" | "main" | "article"))
        .filter_map(|id| page.dom.element(id))
        .find_map(labels::note_kind)
}

/// Notes without a marker, known by their neighbours: other entries of the same list, elements
/// whose identifier differs in digits only.
fn add_siblings(page: &Page, targets: &mut HashMap<Id, Guess>) {
    let mut families: HashMap<(Id, String), Guess> = HashMap::new();
    for (target, kind) in targets.iter() {
        let block = page.dom.ancestors(*target).find(|id| !is_inline(page.dom.name(*id)));
        if let Some(family) = block.and_then(|block| family(page, block)) {
            families.insert(family, *kind);
        }
    }
    let mut places: Vec<u32> = targets.keys().map(|target| page.place(*target)).collect();
    places.sort_unstable();
    let empty = |id: Id| {
        let span = page.span(id);
        places.partition_point(|place| *place < span.start)
            == places.partition_point(|place| *place < span.end)
    };
    let parents: HashSet<Id> = families.keys().map(|(parent, _)| *parent).collect();
    for id in parents.iter().flat_map(|parent| page.dom.children(*parent)).filter(|id| empty(*id)) {
        if let Some(kind) = family(page, id).and_then(|family| families.get(&family)) {
            targets.insert(id, *kind);
        }
    }
}

/// What a note shares with its neighbours: the parent, and the name of its element with the
/// identifier's letters (an entry of a list needs no identifier).
fn family(page: &Page, id: Id) -> Option<(Id, String)> {
    let element = page.dom.element(id)?;
    let parent = page.dom.parent(id)?;
    if element.name() == "li" {
        return Some((parent, "li".to_owned()));
    }
    let stem: String = element.attribute("id")?.chars().filter(|c| !c.is_numeric()).collect();
    (!is_inline(element.name()) && !stem.is_empty()).then(|| (parent, format!("{} {stem}", element.name())))
}

fn collect(
    page: &Page,
    targets: &HashMap<Id, Guess>,
    candidates: &[Candidate],
    by_target: &HashMap<Id, Vec<Id>>,
) -> Linked {
    let mut ordered: Vec<Id> = targets.keys().copied().collect();
    ordered.sort_by_key(|target| page.place(*target));
    let mut linked = Linked::default();
    let mut index: HashMap<Id, usize> = HashMap::new();
    for (target, content) in extent::contents(page, &ordered) {
        let kind = targets[&target].0.unwrap_or_else(|| kind_by_heading(page, target));
        index.insert(target, linked.notes.len());
        linked.taken.extend(&content);
        linked.notes.push(Note { label: None, kind, content });
    }
    let spans: Vec<_> = linked.notes.iter().flat_map(|note| &note.content).map(|id| page.span(*id)).collect();
    let in_note = |id: Id| {
        let place = page.place(id);
        spans[..spans.partition_point(|span| span.start <= place)].last().is_some_and(|span| place < span.end)
    };
    for candidate in candidates {
        let Some(note) = index.get(&candidate.target).copied() else { continue };
        let prose =
            candidate.label.as_ref().is_none_or(|label| label.contains(' ')) || in_note(candidate.link);
        let label = candidate.label.is_some() && (!prose || candidate.raised);
        linked.markers.insert(candidate.link, Marker { note, label });
        let known = &mut linked.notes[note].label;
        if known.is_none() {
            known.clone_from(&candidate.label);
        }
        let anchors = links::anchors(page, candidate.link);
        linked.backs.extend(anchors.iter().filter_map(|anchor| by_target.get(anchor)).flatten());
    }
    linked
}

/// The kind that the heading before a note gives it.
fn kind_by_heading(page: &Page, target: Id) -> Kind {
    let before = page.dom.ancestors(target).take(4).flat_map(|id| {
        std::iter::successors(page.dom.previous(id), |before| page.dom.previous(*before)).take(3)
    });
    let sections = before
        .filter(|id| *id != Dom::ROOT)
        .filter_map(|id| apparatus::section_of(&page.dom.text_up_to(id, 120)));
    match sections.into_iter().next() {
        Some(apparatus::Section::Works) => Kind::Bibliography,
        Some(apparatus::Section::Notes(kind)) => kind,
        None => Kind::Footnote,
    }
}
