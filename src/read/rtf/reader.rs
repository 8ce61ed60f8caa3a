//! From bytes to a document.

use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1252};

use crate::model::{Document, Format, Ground, Source};

use super::super::apparatus;
use super::super::draft::Draft;
use super::super::flow::Flow;
use super::super::note_numbers::{Rule, Rules};
use super::super::symbols;
use super::charset;
use super::decoder::Decoder;
use super::fonts::Fonts;
use super::info::Info;
use super::state::{Destination, End, Paragraph, State};
use super::token::{Token, Tokens};
use super::words;
use super::writer::Writer;

/// What a file begins with.
const MAGIC: &[u8] = b"{\\rtf";
/// How deep groups may stand in each other: far more than any program writes.
const DEPTH: usize = 10_000;

/// Whether a file is RTF.
pub(in crate::read) fn is_rtf(bytes: &[u8]) -> bool {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start().starts_with(MAGIC)
}

/// Reads a document.
pub(in crate::read) fn read_rtf(bytes: &[u8]) -> Document {
    let mut document = Document::new(Format::Rtf);
    let (draft, info, broken) = read(bytes);
    document.warnings.extend(broken.then(|| "the file breaks off or is damaged".to_owned()));
    document.ground = Ground::Parts(vec![String::new()]);
    document.title = info.title().or_else(|| draft.title());
    document.date = info.date();
    apparatus::settle(draft, &mut document);
    document
}

/// Reads a text that is part of a document in another format.
pub(in crate::read) fn fragment(bytes: &[u8]) -> Draft {
    let mut draft = read(bytes).0;
    draft.flows().for_each(Flow::forget_sources);
    draft
}

/// The text, what it says of itself, and whether it is damaged.
fn read(bytes: &[u8]) -> (Draft, Info, bool) {
    let mut reader = Reader::new();
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = bytes.trim_ascii_start();
    let before = bytes.len() - text.len();
    let mut tokens = Tokens::new(text);
    while let Some(token) = tokens.next().filter(|_| !reader.writer.is_cut_off()) {
        if reader.decoder.is_empty() {
            reader.began = before + tokens.at;
        }
        reader.take(token);
    }
    reader.flush();
    let broken = !reader.writer.is_cut_off() && (!reader.groups.is_empty() || reader.deeper > 0);
    let Reader { writer, state, info, .. } = reader;
    (writer.finish(state.paragraph), info, broken)
}

struct Reader {
    state: State,
    /// What held around each group that has begun, and what is to be done when it ends.
    groups: Vec<(State, End)>,
    /// How many groups have begun beyond the deepest that is minded.
    deeper: usize,
    /// Whether the group that begins may be left out by readers that do not know its word.
    optional: bool,
    /// The encoding of text whose font says nothing.
    encoding: &'static Encoding,
    /// The font of text that says nothing.
    font: i32,
    fonts: Fonts,
    /// The number of the style being told of.
    style: i32,
    info: Info,
    decoder: Decoder,
    /// The byte at which the text began that waits in the decoder.
    began: usize,
    writer: Writer,
}

impl Reader {
    fn new() -> Self {
        Self {
            state: State::new(),
            groups: Vec::new(),
            deeper: 0,
            optional: false,
            encoding: WINDOWS_1252,
            font: 0,
            fonts: Fonts::default(),
            style: 0,
            info: Info::default(),
            decoder: Decoder::default(),
            began: 0,
            writer: Writer::default(),
        }
    }

    fn take(&mut self, token: Token) {
        let nowhere = self.state.destination == Destination::Nowhere;
        match token {
            Token::Open => self.open(),
            Token::Close => self.close(),
            Token::Symbol(b'*') => self.optional = true,
            _ if nowhere => {}
            Token::Word(word, number) => self.word(word, number),
            Token::Symbol(b'\n' | b'\r') => self.word("par", None),
            Token::Symbol(byte) => {
                if let Some(character) = words::symbol(byte) {
                    self.decoder.character(character);
                }
            }
            Token::Byte(byte) => self.bytes(&[byte], true),
            Token::Text(bytes) => self.bytes(bytes, false),
        }
    }

    fn bytes(&mut self, bytes: &[u8], escaped: bool) {
        if let Some(font) = self.state.symbols {
            let name = self.fonts.symbols(font).unwrap_or_default();
            for byte in bytes {
                match symbols::private(0xf000 + u32::from(*byte), name) {
                    Some(sign) => self.decoder.character(sign),
                    None => drop(self.decoder.repeats()),
                }
            }
            return;
        }
        self.decoder.set_encoding(self.state.encoding.unwrap_or(self.encoding));
        if escaped { self.decoder.byte(bytes[0]) } else { self.decoder.bytes(bytes) }
    }

    /// Hands on the text up to here.
    fn flush(&mut self) {
        let text = self.decoder.take();
        if text.is_empty() {
            return;
        }
        match self.state.destination {
            Destination::Body if !self.state.is_hidden() => {
                let source = Source::at(0_u32, self.began);
                self.writer.write(&text, self.state.looks, source);
            }
            Destination::Label => self.writer.label(&text),
            Destination::Fonts => self.fonts.name(&text),
            Destination::Styles => self.writer.styles.name(&text),
            Destination::Title => self.info.title.push_str(&text),
            _ => {}
        }
    }

    fn open(&mut self) {
        self.flush();
        self.decoder.end_skip();
        self.optional = false;
        if self.groups.len() >= DEPTH {
            self.deeper += 1;
            return;
        }
        let within = self.groups.last().is_some_and(|(_, end)| *end == End::Style);
        let style = self.state.destination == Destination::Styles && !within;
        if style {
            self.style = 0;
        }
        self.groups.push((self.state, if style { End::Style } else { End::Nothing }));
    }

    fn close(&mut self) {
        self.flush();
        self.decoder.end_skip();
        self.optional = false;
        if self.deeper > 0 {
            self.deeper -= 1;
            return;
        }
        let Some((outer, end)) = self.groups.pop() else { return };
        let inner = std::mem::replace(&mut self.state, outer);
        match end {
            End::Fonts => self.choose_font(),
            End::Style if inner.destination == Destination::Styles => {
                self.writer.styles.add(self.style, inner.paragraph.level);
            }
            End::Style | End::Nothing => {}
            End::Field => self.writer.fields().end(),
            End::Note => {
                self.end_paragraph_of(&inner);
                self.writer.end_note();
            }
            End::Apart => {
                self.end_paragraph_of(&inner);
                self.writer.end_apart();
            }
        }
    }

    /// The last paragraph of a text that stands apart has no end of its own.
    fn end_paragraph_of(&mut self, inner: &State) {
        let paragraph = Paragraph { in_list: false, ..inner.paragraph };
        self.writer.end_paragraph(paragraph, false);
    }

    /// What is to be done when the group ends.
    fn at_end(&mut self, end: End) {
        if let Some((_, at_end)) = self.groups.last_mut().filter(|_| self.deeper == 0) {
            *at_end = end;
        }
    }

    fn word(&mut self, word: &str, number: Option<i32>) {
        if let Some(character) = words::character(word) {
            return self.decoder.character(character);
        }
        match (word, number) {
            ("u", Some(number)) => return self.decoder.unicode(number, self.state.fallback),
            ("uc", Some(number)) => {
                self.state.fallback = usize::try_from(number).unwrap_or(0);
                return;
            }
            _ => {}
        }
        self.flush();
        let optional = std::mem::take(&mut self.optional);
        if word == "ud" && optional && self.state.destination == Destination::Twice {
            self.state.destination = Destination::Body;
        } else if let Some(destination) = words::destination(word) {
            self.begin_destination(destination);
        } else if optional && !words::is_read(word) {
            self.state.destination = Destination::Nowhere;
        } else {
            self.act(word, number);
        }
    }

    fn begin_destination(&mut self, destination: Destination) {
        let inside = self.state.destination;
        if matches!(inside, Destination::Fonts | Destination::Styles | Destination::Info) {
            self.state.destination = Destination::Nowhere;
            return;
        }
        self.state.destination = destination;
        if destination == Destination::Fonts {
            self.at_end(End::Fonts);
        }
    }

    fn act(&mut self, word: &str, number: Option<i32>) {
        let value = number.unwrap_or(0);
        match (self.state.destination, word) {
            (Destination::Fonts, "f") => self.fonts.begin(value),
            (Destination::Fonts, "fcharset") => self.fonts.set_charset(value),
            (Destination::Fonts, "cpg") => self.fonts.set_page(value),
            (Destination::Styles, "s" | "cs" | "ds" | "ts") => self.style = value,
            (Destination::Info, "title") => self.state.destination = Destination::Title,
            (Destination::Info, "creatim") => self.state.destination = Destination::Begun,
            (Destination::Info, "revtim") => self.state.destination = Destination::Saved,
            (Destination::Begun, _) => Info::set(&mut self.info.begun, word, value),
            (Destination::Saved, _) => Info::set(&mut self.info.saved, word, value),
            (Destination::Body, _) if self.structure(word) || self.rules(word, number) => {}
            _ => self.format(word, number),
        }
    }

    /// Words that begin or end something in the text.
    fn structure(&mut self, word: &str) -> bool {
        match word {
            "par" | "sect" => {
                self.writer.end_paragraph(self.state.paragraph, false);
                if word == "sect" {
                    self.writer.end_section();
                }
            }
            "cell" | "nestcell" => self.writer.end_paragraph(self.state.paragraph, true),
            "line" | "lbr" => self.writer.line_break(),
            "field" if self.deeper > 0 => {}
            "field" => {
                self.writer.fields().begin();
                self.at_end(End::Field);
            }
            "fldrslt" => self.writer.fields().separate(),
            "shptxt" | "dptxbxtext" => {
                self.writer.begin_apart();
                self.at_end(End::Apart);
            }
            "footnote" => {
                if !self.state.is_hidden() && self.writer.begin_note() {
                    // Its marker is raised, and the note stands beside it.
                    self.state.looks.raised = None;
                    self.at_end(End::Note);
                } else {
                    self.state.destination = Destination::Nowhere;
                }
            }
            "sectd" => self.writer.section = Rules::default(),
            "ftnalt" => self.writer.make_endnote(),
            "chftn" if !self.state.is_hidden() => self.writer.note_number(),
            _ => return false,
        }
        true
    }

    /// How notes are numbered: `\ftnnrlc`, `\aftnstart1`, and the same of a section: `\sftnnrlc`.
    fn rules(&mut self, word: &str, number: Option<i32>) -> bool {
        let (rules, word) = match word.strip_prefix('s').filter(|rest| rest.contains("ftn")) {
            Some(rest) => (&mut self.writer.section, rest),
            None => (&mut self.writer.rules, word),
        };
        let (rule, word) = match word.strip_prefix('a') {
            Some(rest) => (&mut rules.endnotes, rest),
            None => (&mut rules.footnotes, word),
        };
        word.strip_prefix("ftn").is_some_and(|what| set_rule(rule, what, number))
    }

    /// Words that say what the text looks like.
    fn format(&mut self, word: &str, number: Option<i32>) {
        let on = number != Some(0);
        let state = &mut self.state;
        match word {
            "plain" => {
                let kept = State {
                    destination: state.destination,
                    fallback: state.fallback,
                    deleted: state.deleted,
                    paragraph: state.paragraph,
                    ..State::new()
                };
                *state = State { font: self.font, ..kept };
                self.choose_font();
            }
            "i" => state.looks.italic = Some(on),
            "v" => state.looks.hidden = Some(on),
            "super" => state.looks.raised = Some(on),
            "sub" | "nosupersub" => state.looks.raised = None,
            "up" => state.looks.raised = number.map(|points| points > 0),
            "deleted" | "mvf" => state.deleted = on,
            "pard" => state.paragraph = Paragraph::default(),
            "s" => state.paragraph.style = number.unwrap_or(0),
            "intbl" => state.paragraph.in_table = true,
            "ls" => state.paragraph.in_list = on,
            "outlinelevel" => {
                let level = number.and_then(|level| u8::try_from(level).ok()).filter(|level| *level < 9);
                state.paragraph.level = level.map(|level| level + 1);
            }
            _ => self.font_word(word, number),
        }
    }

    fn font_word(&mut self, word: &str, number: Option<i32>) {
        let state = &mut self.state;
        match (word, number) {
            ("ansicpg", Some(page)) => self.encoding = charset::of_page(page).unwrap_or(self.encoding),
            ("mac", _) => self.encoding = MACINTOSH,
            ("deff", Some(font)) => (self.font, state.font) = (font, font),
            ("f", Some(font)) => state.font = font,
            ("af", Some(font)) if state.east_asian => state.east_asian_font = Some(font),
            ("af", Some(font)) if state.complex => state.complex_font = Some(font),
            ("dbch", _) => state.east_asian = true,
            ("loch" | "hich", _) => state.east_asian = false,
            ("rtlch", _) => state.complex = true,
            ("ltrch", _) => state.complex = false,
            _ => return,
        }
        self.choose_font();
    }

    fn choose_font(&mut self) {
        let font = self.state.current_font();
        self.state.encoding = self.fonts.encoding(font);
        self.state.symbols = self.fonts.symbols(font).map(|_| font);
    }
}

fn set_rule(rule: &mut Rule, what: &str, number: Option<i32>) -> bool {
    let form = match what {
        "nar" => "decimal",
        "nalc" => "lowerLetter",
        "nauc" => "upperLetter",
        "nrlc" => "lowerRoman",
        "nruc" => "upperRoman",
        "nchi" => "chicago",
        "start" => {
            rule.start = number.and_then(|start| u32::try_from(start).ok());
            return true;
        }
        "restart" | "rstcont" => {
            rule.restart = (what == "restart").then(|| "eachSect".to_owned());
            return true;
        }
        _ => return false,
    };
    rule.format = Some(form.to_owned());
    true
}
