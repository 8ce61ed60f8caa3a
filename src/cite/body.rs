//! What the running text cites: notes, by their markers, and sources in its own words.

use std::collections::HashMap;

use super::beside::{Setting, is_any_beside};
use super::context::Contexts;
use super::dates::{self, Role};
use super::flat::{Cover, Flat};
use super::note::{self, Source};
use super::sentences::Sentences;
use super::structure::Structure;
use super::titles::{Described, is_title_of_link};
use super::urls::Found;
use super::words::Words;
use super::works::Anchor;
use crate::model::{Block, BlockKind, MarkKind, PartialDate};

/// Where something stands in the body: block and byte.
pub(super) type Position = (usize, usize);

/// Where a note is first cited, and the sentence that does it.
#[derive(Debug, Clone)]
pub(super) struct Cited {
    /// The marker.
    pub(super) position: Position,
    /// The sentence.
    pub(super) sentence: Option<String>,
}

/// A source that the running text cites itself.
#[derive(Debug)]
pub(super) struct Inline {
    /// Where.
    pub(super) position: Position,
    /// What.
    pub(super) source: Source,
    /// The sentence it stands in.
    pub(super) sentence: Option<String>,
}

/// What a body cites.
#[derive(Debug, Default)]
pub(super) struct Body {
    /// Notes by their index in the document.
    pub(super) notes: HashMap<usize, Cited>,
    /// Sources, in order.
    pub(super) inline: Vec<Inline>,
    contexts: Contexts,
}

impl Body {
    /// Takes in the next block with the addresses found in it. Linear.
    pub(super) fn add(&mut self, index: usize, block: &Block, found: Vec<Found>, words: &Words) {
        let markers: Vec<(usize, usize)> = self.new_markers(block);
        if markers.is_empty() && found.is_empty() {
            return;
        }
        let reader = Reader::of(block, &found, words);
        for (note, at) in markers {
            let cited =
                Cited { position: (index, at), sentence: reader.sentence_before(at, &mut self.contexts) };
            self.notes.entry(note).or_insert(cited);
        }
        let starts: Vec<usize> = found.iter().map(|found| found.range.start).collect();
        let sources = if block.kind == BlockKind::Item {
            as_note(block, &found, words)
        } else {
            reader.sources(block, found)
        };
        for source in sources {
            let start = source
                .found
                .as_ref()
                .map_or_else(|| starts.first().copied().unwrap_or(0), |found| found.range.start);
            self.inline.push(Inline {
                position: (index, start),
                source,
                sentence: reader.sentence_at(start, &mut self.contexts),
            });
        }
    }

    /// Notes that are cited here for the first time, with the bytes of their markers.
    fn new_markers(&self, block: &Block) -> Vec<(usize, usize)> {
        let refs = block.text.marks.iter().filter_map(|mark| match mark.kind {
            MarkKind::NoteRef(note) => Some((note, mark.range.start)),
            _ => None,
        });
        let len = block.text.text.len();
        refs.filter(|(note, at)| *at <= len && !self.notes.contains_key(note)).collect()
    }
}

/// An item of a list stands for itself and reads as a note does.
fn as_note(block: &Block, found: &[Found], words: &Words) -> Vec<Source> {
    let read = note::read_passage(&block.text, found, words, false);
    read.sources.into_iter().filter(|source| source.found.is_some()).collect()
}

/// A block in one line, addresses in one piece, and its sentences.
struct Reader {
    flat: Flat,
    sentences: Sentences,
}

impl Reader {
    fn of(block: &Block, found: &[Found], words: &Words) -> Self {
        let text = block.text.text.as_str();
        let shown = found.iter().filter(|found| found.shown);
        let covers: Vec<Cover> = shown
            .map(|found| {
                let with = text[found.range.clone()].chars().filter(|c| !c.is_whitespace()).collect();
                Cover { range: found.range.clone(), with }
            })
            .collect();
        let flat = Flat::of(text, &covers, words);
        let sentences = Sentences::of(flat.text());
        Self { flat, sentences }
    }

    /// The sentence that a marker at byte `at` of the passage belongs to: the one that ends
    /// there, if one does.
    fn sentence_before(&self, at: usize, contexts: &mut Contexts) -> Option<String> {
        let text = self.flat.text();
        let before = text[..self.flat.offset(at)].trim_end();
        let last = before.char_indices().next_back().map_or(0, |(last, _)| last);
        self.sentence(last, contexts)
    }

    fn sentence_at(&self, at: usize, contexts: &mut Contexts) -> Option<String> {
        self.sentence(self.flat.offset(at), contexts)
    }

    fn sentence(&self, offset: usize, contexts: &mut Contexts) -> Option<String> {
        let text = self.flat.text();
        let sentence = self.sentences.at(text, offset);
        let is_said = text[sentence.clone()].contains(char::is_alphanumeric);
        is_said.then(|| contexts.excerpt(text, sentence, offset))
    }

    /// Sources in prose: little around them is said of them.
    fn sources(&self, block: &Block, found: Vec<Found>) -> Vec<Source> {
        let dates = dates::dates(self.flat.text());
        let accessed = |found: &Found| -> Option<PartialDate> {
            let anchor = self.flat.range(&found.range);
            let near = |dated: &&dates::Dated| {
                dated.role == Role::Accessed
                    && dated.cue >= anchor.end
                    && self.flat.text()[anchor.end..dated.cue].chars().take(5).all(|c| !c.is_alphanumeric())
                    && dated.cue - anchor.end < 5
            };
            let from = dates.partition_point(|dated| dated.cue < anchor.end);
            dates[from..].iter().take(1).find(near).map(|dated| dated.date)
        };
        let sources = found.into_iter().map(|found| Source {
            accessed: accessed(&found),
            described: Described { title: self.title(block, &found), ..Described::default() },
            published: None,
            archived: None,
            language: None,
            found: Some(found),
        });
        self.merged(sources.collect(), &dates)
    }

    fn merged(&self, sources: Vec<Source>, dates: &[dates::Dated]) -> Vec<Source> {
        if !is_any_beside(&sources) {
            return sources;
        }
        let (text, found) = (self.flat.text(), sources.iter().filter_map(|source| source.found.as_ref()));
        let found: Vec<Found> = found.cloned().collect();
        let anchors: Vec<_> =
            found.iter().map(|found| Anchor::in_prose(self.flat.range(&found.range), found)).collect();
        let structure = Structure::of(text);
        Setting { text, anchors: &anchors, dates, structure: &structure, one_work: false }.merged(sources)
    }

    /// The text of a hyperlink, if it is set as a title is: in italics, in quotation marks, or
    /// most of its words with capitals; or if it is all that the block says.
    fn title(&self, block: &Block, found: &Found) -> Option<String> {
        if found.shown {
            return None;
        }
        let label = self.flat.text()[self.flat.range(&found.range)].trim();
        let after = block.text.marks.partition_point(|mark| mark.range.start <= found.range.start);
        let emphasised = block.text.marks[after.saturating_sub(4)..(after + 2).min(block.text.marks.len())]
            .iter()
            .any(|mark| {
                mark.kind == MarkKind::Emphasis
                    && mark.range.start <= found.range.end
                    && found.range.start <= mark.range.end
            });
        let alone = self.flat.text().trim().len() <= label.len() + 2;
        let titled =
            emphasised || alone || is_capitalised(label) || label.starts_with(super::chars::is_opening_quote);
        (titled && is_title_of_link(label)).then(|| super::titles::clean_title(label))?
    }
}

/// Whether at least three words and most of them begin with capitals.
fn is_capitalised(label: &str) -> bool {
    let words: Vec<&str> = label.split_whitespace().collect();
    let capitals = words.iter().filter(|word| word.starts_with(char::is_uppercase)).count();
    words.len() >= 3 && capitals * 3 >= words.len() * 2
}
