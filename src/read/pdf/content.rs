//! Reads the content of pages (ISO 32000-1, 7.8.2 and annex A) as far as their text is concerned:
//! nothing is painted, so that no image is decoded, no pattern set up and no outline built.

use std::collections::HashMap;
use std::rc::Rc;

use hayro_font::kurbo::{Affine, Point, Vec2};
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction as Op;
use hayro_syntax::object::{Array, Dict, Name, Number, Object, ObjectIdentifier, Stream, String as Text};
use hayro_syntax::page::{Page as Leaf, Resources};

use super::face::{Face, Faces};
use super::layers::Layers;
use super::marks::{self, Marks};
use super::outline::Outline;
use super::paint::{Paint, Space};
use super::pen::{Lie, Pen};
use super::scripts::text_string;
use super::state::State;

/// How deep forms may stand in each other.
const DEEPEST: usize = 50;
/// How many states may be saved.
const MOST_SAVED: usize = 65_536;
/// After how many ends in a row a content is at its end: the parser sees one in a part of a path without its numbers.
const ENDS: usize = 100;

/// Draws a page.
pub(super) fn draw<'a>(leaf: &Leaf<'a>, faces: &mut Faces<'a>, layers: &Layers, pen: &mut Pen) {
    let mut content = Content {
        faces,
        layers,
        pen,
        state: State::default(),
        saved: Vec::new(),
        excess: 0,
        marks: Marks::default(),
        outline: Outline::default(),
        depth: 0,
    };
    content.run(&bytes(leaf.raw()), leaf.resources());
}

/// The content of a page: one stream, or several that are read as one.
fn bytes(page: &Dict<'_>) -> Vec<u8> {
    if let Some(stream) = page.get::<Stream<'_>>("Contents") {
        return stream.decoded_data().map_or_else(|_| Vec::new(), std::borrow::Cow::into_owned);
    }
    let mut all = Vec::new();
    for stream in page.get::<Array<'_>>("Contents").iter().flat_map(Array::iter::<Stream<'_>>) {
        if let Ok(bytes) = stream.decoded_data() {
            all.extend_from_slice(&bytes);
            all.push(b' ');
        }
    }
    all
}

/// What the names in a content stand for.
struct Names<'r, 'a> {
    resources: &'r Resources<'a>,
    faces: HashMap<Vec<u8>, Option<Rc<Face<'a>>>>,
    spaces: HashMap<Vec<u8>, Space>,
}

struct Content<'r, 'a> {
    faces: &'r mut Faces<'a>,
    layers: &'r Layers,
    pen: &'r mut Pen,
    state: State<'a>,
    saved: Vec<State<'a>>,
    /// States that were saved beyond the most.
    excess: usize,
    marks: Marks,
    outline: Outline,
    depth: usize,
}

/// How much is open where a content begins: nothing in it closes that.
#[derive(Debug, Clone, Copy)]
struct Floor {
    saved: usize,
    marks: usize,
}

impl<'a> Content<'_, 'a> {
    fn run(&mut self, bytes: &[u8], resources: &Resources<'a>) {
        let mut names = Names { resources, faces: HashMap::new(), spaces: HashMap::new() };
        let floor = Floor { saved: self.saved.len(), marks: self.marks.depth() };
        let excess = std::mem::take(&mut self.excess);
        let (mut ops, mut ends) = (TypedIter::new(bytes), 0);
        while ends < ENDS && self.pen.tick() {
            match ops.next() {
                Some(op) => {
                    ends = 0;
                    self.op(&op, &mut names, floor);
                }
                None => ends += 1,
            }
        }
        self.outline.clear();
        self.saved.truncate(floor.saved);
        self.excess = excess;
        while self.marks.depth() > floor.marks {
            self.marks.close(&mut self.pen.page);
        }
    }

    fn save(&mut self) {
        if self.saved.len() < MOST_SAVED {
            self.saved.push(self.state.clone());
        } else {
            self.excess += 1;
        }
    }

    /// Goes back to what was saved last, but for what was saved outside of the content.
    fn restore(&mut self, floor: Floor) {
        if self.excess > 0 {
            self.excess -= 1;
        } else if self.saved.len() > floor.saved
            && let Some(state) = self.saved.pop()
        {
            self.state = state;
        }
    }

    fn op(&mut self, op: &Op<'_, '_>, names: &mut Names<'_, 'a>, floor: Floor) {
        if self.show(op) || self.set_text(op, names) || self.build(op) || self.color(op, names) {
            return;
        }
        match op {
            Op::SaveState(_) => self.save(),
            Op::RestoreState(_) => self.restore(floor),
            Op::Transform(t) => self.state.ctm *= affine([t.0, t.1, t.2, t.3, t.4, t.5]),
            Op::SetGraphicsState(name) => {
                if let Some(parameters) = names.resources.get_ext_g_state(name.0) {
                    self.set_parameters(&parameters);
                }
            }
            Op::XObject(name) => {
                if let Some(object) = names.resources.get_x_object(name.0) {
                    self.object(&object, names.resources);
                }
            }
            Op::InlineImage(image) => self.image(image.0.dict()),
            Op::BeginMarkedContent(_) => self.marks.open(true, None, &self.pen.page),
            Op::BeginMarkedContentWithProperties(mark) => self.mark(mark.0, mark.1, names.resources),
            Op::EndMarkedContent(_) if self.marks.depth() > floor.marks => {
                self.marks.close(&mut self.pen.page);
            }
            _ => {}
        }
    }

    /// Operators that show text.
    fn show(&mut self, op: &Op<'_, '_>) -> bool {
        match op {
            Op::ShowText(text) => self.text(text.0.as_bytes()),
            Op::ShowTexts(parts) => {
                for part in parts.0.iter::<Object<'_>>() {
                    match part {
                        Object::Number(by) => self.state.text.adjust(by.as_f32()),
                        Object::String(text) => self.text(text.as_bytes()),
                        _ => {}
                    }
                }
            }
            Op::NextLineAndShowText(text) => {
                self.state.text.lead();
                self.text(text.0.as_bytes());
            }
            Op::ShowTextWithParameters(text) => {
                self.state.text.word_space = text.0.as_f32();
                self.state.text.character_space = text.1.as_f32();
                self.state.text.lead();
                self.text(text.2.as_bytes());
            }
            _ => return false,
        }
        true
    }

    fn text(&mut self, bytes: &[u8]) {
        if self.state.text.face.is_none() {
            self.state.text.face = self.faces.stand_in();
        }
        let shown = self.marks.shown();
        let State { ctm, fill, stroke, text } = &mut self.state;
        let Some(face) = text.face.clone() else { return };
        let [a, b, c, d, ..] = (*ctm * text.matrix * text.sized()).as_coeffs();
        let horizontal = face.is_horizontal();
        let ink = if text.stroked { stroke.ink() } else { fill.ink() };
        let up = Vec2::new(c, d) * face.scale();
        let lie = Lie::new((a, b).into(), up, !horizontal, face.is_slanted(), ink);
        let shown = shown && face.shows(bytes);
        let mut at = 0;
        while at < bytes.len() {
            let (number, length) = face.read(bytes, at);
            at += length;
            let code = face.code(number);
            if shown {
                if !self.pen.step(1) {
                    return;
                }
                self.pen.glyph(&code, *ctm * (text.matrix * text.origin(&code)), lie);
            }
            text.advance(&code, number == 32 && length == 1, horizontal);
        }
    }

    /// Operators that say how text is shown.
    fn set_text(&mut self, op: &Op<'_, '_>, names: &mut Names<'_, 'a>) -> bool {
        let text = &mut self.state.text;
        match op {
            Op::BeginText(_) => text.place(Affine::IDENTITY),
            Op::EndText(_) => {}
            Op::SetTextMatrix(m) => text.place(affine([m.0, m.1, m.2, m.3, m.4, m.5])),
            Op::NextLine(by) => text.next_line(by.0.as_f64(), by.1.as_f64()),
            Op::NextLineAndSetLeading(by) => {
                text.leading = -by.1.as_f32();
                text.next_line(by.0.as_f64(), by.1.as_f64());
            }
            Op::NextLineUsingLeading(_) => text.lead(),
            Op::CharacterSpacing(space) => text.character_space = space.0.as_f32(),
            Op::WordSpacing(space) => text.word_space = space.0.as_f32(),
            Op::HorizontalScaling(scaling) => text.scaling = scaling.0.as_f32(),
            Op::TextLeading(leading) => text.leading = leading.0.as_f32(),
            Op::TextRise(rise) => text.rise = rise.0.as_f32(),
            Op::TextRenderingMode(mode) => text.stroked = matches!(mode.0.as_f32() as i32, 1 | 5),
            Op::TextFont(font) => {
                let face = self.named_face(font.0, names);
                self.state.text.size = font.1.as_f32();
                self.state.text.face = face;
            }
            _ => return false,
        }
        true
    }

    fn named_face(&mut self, name: &Name<'_>, names: &mut Names<'_, 'a>) -> Option<Rc<Face<'a>>> {
        if let Some(known) = names.faces.get(name.as_ref()) {
            return known.clone();
        }
        let face = match names.resources.get_font(name) {
            Some(dict) => self.faces.face(&dict),
            None => self.faces.stand_in(),
        };
        names.faces.insert(name.as_ref().to_vec(), face.clone());
        face
    }

    /// Operators that build and paint paths.
    fn build(&mut self, op: &Op<'_, '_>) -> bool {
        let point = |x: Number, y: Number| Point::new(x.as_f64(), y.as_f64());
        match op {
            Op::RectPath(r) => {
                self.outline.rectangle(r.0.as_f64(), r.1.as_f64(), r.2.as_f64(), r.3.as_f64());
            }
            Op::MoveTo(to) => self.outline.move_to(point(to.0, to.1)),
            Op::LineTo(to) => self.outline.line_to(point(to.0, to.1)),
            Op::CubicTo(c) => {
                self.outline.curve_to(Some(point(c.0, c.1)), point(c.2, c.3), point(c.4, c.5));
            }
            Op::CubicStartTo(c) => self.outline.curve_to(None, point(c.0, c.1), point(c.2, c.3)),
            Op::CubicEndTo(c) => {
                self.outline.curve_to(Some(point(c.0, c.1)), point(c.2, c.3), point(c.2, c.3));
            }
            Op::ClosePath(_) => self.outline.close(),
            Op::FillPathNonZero(_)
            | Op::FillPathNonZeroCompatibility(_)
            | Op::FillPathEvenOdd(_)
            | Op::StrokePath(_)
            | Op::CloseAndStrokePath(_)
            | Op::FillAndStrokeNonZero(_)
            | Op::FillAndStrokeEvenOdd(_)
            | Op::CloseFillAndStrokeNonZero(_)
            | Op::CloseFillAndStrokeEvenOdd(_) => self.paint(),
            Op::EndPath(_) => self.outline.clear(),
            _ => return false,
        }
        true
    }

    fn paint(&mut self) {
        self.pen.step(1 + self.outline.parts() / 64);
        if let Some(path) = self.outline.rule().filter(|_| self.marks.shown()) {
            self.pen.path(self.state.ctm, path);
        }
        self.outline.clear();
    }

    /// Operators that set colours.
    fn color(&mut self, op: &Op<'_, '_>, names: &mut Names<'_, 'a>) -> bool {
        let State { fill, stroke, .. } = &mut self.state;
        match op {
            Op::NonStrokeColorDeviceGray(c) => set(fill, Space::Gray, [c.0]),
            Op::StrokeColorDeviceGray(c) => set(stroke, Space::Gray, [c.0]),
            Op::NonStrokeColorDeviceRgb(c) => set(fill, Space::Rgb, [c.0, c.1, c.2]),
            Op::StrokeColorDeviceRgb(c) => set(stroke, Space::Rgb, [c.0, c.1, c.2]),
            Op::NonStrokeColorCmyk(c) => set(fill, Space::Cmyk, [c.0, c.1, c.2, c.3]),
            Op::StrokeColorCmyk(c) => set(stroke, Space::Cmyk, [c.0, c.1, c.2, c.3]),
            Op::ColorSpaceNonStroke(name) => fill.set_space(space(name.0, names)),
            Op::ColorSpaceStroke(name) => stroke.set_space(space(name.0, names)),
            Op::NonStrokeColor(c) => fill.set(&numbers(&c.0), false),
            Op::StrokeColor(c) => stroke.set(&numbers(&c.0), false),
            Op::NonStrokeColorNamed(c) => fill.set(&numbers(&c.0), c.1.is_some()),
            Op::StrokeColorNamed(c) => stroke.set(&numbers(&c.0), c.1.is_some()),
            _ => return false,
        }
        true
    }

    /// What a dictionary of parameters sets.
    fn set_parameters(&mut self, parameters: &Dict<'a>) {
        if let Some(alpha) = parameters.get::<f32>("ca") {
            self.state.fill.alpha = alpha;
        }
        if let Some(alpha) = parameters.get::<f32>("CA") {
            self.state.stroke.alpha = alpha;
        }
        let mut font =
            parameters.get::<Array<'_>>("Font").into_iter().flat_map(|font| font.iter::<Object<'_>>());
        if let (Some(Object::Dict(font)), Some(Object::Number(size))) = (font.next(), font.next()) {
            self.state.text.size = size.as_f32();
            self.state.text.face = self.faces.face(&font);
        }
    }

    /// Opens marked content with its properties, or the name of them.
    fn mark(&mut self, tag: &Name<'_>, properties: &Object<'_>, resources: &Resources<'a>) {
        let (named, id);
        let properties = match properties {
            Object::Name(name) => {
                named = resources.properties.get::<Dict<'_>>(name.as_ref()).unwrap_or_default();
                id = resources.properties.get_ref(name.as_ref()).map(ObjectIdentifier::from);
                &named
            }
            Object::Dict(properties) => {
                id = None;
                properties
            }
            _ => return self.marks.open(true, None, &self.pen.page),
        };
        let shown = tag.as_str() != "OC" || self.layers.shows(properties, id);
        let said =
            properties.get::<Text<'_>>("ActualText").filter(|said| said.as_bytes().len() <= marks::LONGEST);
        self.marks.open(shown, said.map(|said| text_string(said.as_bytes())), &self.pen.page);
    }

    /// An image, or a form: content with resources of its own.
    fn object(&mut self, object: &Stream<'a>, resources: &Resources<'a>) {
        let dict = object.dict();
        let group = dict.get::<Dict<'_>>("OC");
        let id = dict.get_ref("OC").map(ObjectIdentifier::from);
        if !self.pen.step(1) || group.is_some_and(|group| !self.layers.shows(&group, id)) {
            return;
        }
        match dict.get::<Name<'_>>("Subtype").as_ref().map_or("", |name| name.as_str()) {
            "Image" => self.image(dict),
            "Form" if self.marks.shown() && self.depth < DEEPEST => self.form(object, resources),
            _ => {}
        }
    }

    fn image(&mut self, dict: &Dict<'_>) {
        let side = |short: &str, long: &str| dict.get::<u32>(short).or_else(|| dict.get::<u32>(long));
        let empty = |side: Option<u32>| side.is_none_or(|side| side == 0);
        if self.marks.shown() && !empty(side("W", "Width")) && !empty(side("H", "Height")) {
            self.pen.step(1);
            self.pen.page.image = true;
        }
    }

    fn form(&mut self, form: &Stream<'a>, resources: &Resources<'a>) {
        let dict = form.dict();
        let (Ok(bytes), Some(_)) = (form.decoded_data(), dict.get::<[f32; 4]>("BBox")) else { return };
        let outside = self.state.clone();
        self.outline.clear();
        self.state.ctm *=
            Affine::new(dict.get::<[f64; 6]>("Matrix").unwrap_or([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]));
        if dict.get::<Dict<'_>>("Group").is_some() {
            (self.state.fill.alpha, self.state.stroke.alpha) = (1.0, 1.0);
        }
        let own = dict.get::<Dict<'_>>("Resources").map(Resources::new);
        self.depth += 1;
        self.run(&bytes, own.as_ref().unwrap_or(resources));
        self.depth -= 1;
        self.state = outside;
    }
}

fn affine(numbers: [Number; 6]) -> Affine {
    Affine::new(numbers.map(|number| number.as_f64()))
}

fn set<const COUNT: usize>(paint: &mut Paint, space: Space, parts: [Number; COUNT]) {
    paint.set_in(space, &parts.map(|part| part.as_f32()));
}

fn numbers(numbers: &[Number]) -> Vec<f32> {
    numbers.iter().map(Number::as_f32).collect()
}

fn space(name: &Name<'_>, names: &mut Names<'_, '_>) -> Space {
    if let Some(space) = Space::named(name.as_str()) {
        return space;
    }
    if let Some(known) = names.spaces.get(name.as_ref()) {
        return *known;
    }
    let defined = names.resources.get_color_space(name);
    let space = defined.map_or(Space::Gray, |object| Space::defined(&object));
    names.spaces.insert(name.as_ref().to_vec(), space);
    space
}

#[cfg(test)]
mod tests;
