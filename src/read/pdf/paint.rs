//! Colours, as far as they tell texts apart. What is printed alike need not be mixed exactly, only
//! always in the same way.

use hayro_syntax::object::{Array, Name, Object, Stream};

/// How the numbers of a colour are meant.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Space {
    Gray,
    Rgb,
    Cmyk,
    /// A tint of one ink, or numbers that a table or a function translates: which table.
    Other(u32),
    Pattern,
}

impl Space {
    /// The space of this name, if it needs no definition.
    pub(super) fn named(name: &str) -> Option<Self> {
        match name {
            "DeviceGray" | "G" | "CalGray" => Some(Self::Gray),
            "DeviceRGB" | "RGB" | "CalRGB" => Some(Self::Rgb),
            "DeviceCMYK" | "CMYK" => Some(Self::Cmyk),
            "Pattern" => Some(Self::Pattern),
            _ => None,
        }
    }

    /// The space that an object defines.
    pub(super) fn defined(object: &Object<'_>) -> Self {
        match object {
            Object::Name(name) => Self::named(name.as_str()).unwrap_or(Self::Gray),
            Object::Array(array) => Self::of_array(array),
            _ => Self::Gray,
        }
    }

    fn of_array(array: &Array<'_>) -> Self {
        let family = array.iter::<Name<'_>>().next();
        let family = family.as_ref().map_or("", |name| name.as_str());
        if family == "ICCBased" {
            let profile = array.iter::<Object<'_>>().nth(1).and_then(Object::into_stream);
            return match profile.and_then(|profile: Stream<'_>| profile.dict().get::<u32>("N")) {
                Some(1) => Self::Gray,
                Some(4) => Self::Cmyk,
                _ => Self::Rgb,
            };
        }
        Self::named(family).unwrap_or_else(|| Self::Other(mixed(array.data().iter().copied())))
    }

    /// The colour that it begins with.
    fn first(self) -> [f32; 4] {
        match self {
            Self::Cmyk => [0.0, 0.0, 0.0, 1.0],
            Self::Other(_) => [1.0; 4],
            _ => [0.0; 4],
        }
    }
}

/// What texts are filled or stroked with.
#[derive(Debug, Clone)]
pub(super) struct Paint {
    space: Space,
    /// Red, green and blue.
    color: u32,
    patterned: bool,
    pub(super) alpha: f32,
}

impl Default for Paint {
    fn default() -> Self {
        Self { space: Space::Gray, color: 0, patterned: false, alpha: 1.0 }
    }
}

impl Paint {
    /// Numbers are meant in this space from here on.
    pub(super) fn set_space(&mut self, space: Space) {
        self.space = space;
        self.patterned &= space == Space::Pattern;
        self.color = color(space, &space.first());
    }

    /// A colour of the space that holds.
    pub(super) fn set(&mut self, numbers: &[f32], patterned: bool) {
        self.patterned = patterned;
        self.color = color(self.space, numbers);
    }

    /// A colour of a space.
    pub(super) fn set_in(&mut self, space: Space, numbers: &[f32]) {
        self.space = space;
        self.set(numbers, false);
    }

    /// Red, green, blue and how opaque it is; 0 for patterns.
    pub(super) fn ink(&self) -> u32 {
        if self.patterned || self.space == Space::Pattern {
            return 0;
        }
        self.color << 8 | u32::from(byte(self.alpha))
    }
}

fn color(space: Space, numbers: &[f32]) -> u32 {
    let number = |at: usize| numbers.get(at).copied().unwrap_or(0.0);
    let rgb = |red: f32, green: f32, blue: f32| u32::from_be_bytes([0, byte(red), byte(green), byte(blue)]);
    match space {
        Space::Gray => rgb(number(0), number(0), number(0)),
        Space::Rgb => rgb(number(0), number(1), number(2)),
        Space::Cmyk => {
            let light = |at: usize| (1.0 - number(at)) * (1.0 - number(3));
            rgb(light(0), light(1), light(2))
        }
        Space::Other(table) => {
            let numbers = numbers.iter().flat_map(|number| number.to_bits().to_be_bytes());
            mixed(table.to_be_bytes().into_iter().chain(numbers)) >> 8
        }
        Space::Pattern => 0,
    }
}

fn byte(part: f32) -> u8 {
    (part.clamp(0.0, 1.0) * 255.0).round() as u8
}

/// FNV-1a.
fn mixed(bytes: impl Iterator<Item = u8>) -> u32 {
    bytes.fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn black_is_black_in_every_space() {
        let mut paint = Paint::default();
        for space in [Space::Gray, Space::Rgb, Space::Cmyk] {
            paint.set_space(space);
            assert_eq!(paint.ink(), 0x0000_00ff, "{space:?}");
        }
    }

    #[test]
    fn colours_are_told_apart() {
        let mut paint = Paint::default();
        paint.set_in(Space::Rgb, &[0.0, 0.0, 1.0]);
        assert_eq!(paint.ink(), 0x0000_ffff);
        paint.alpha = 0.0;
        assert_eq!(paint.ink(), 0x0000_ff00);
        paint.set_in(Space::Other(1), &[0.5]);
        let tint = paint.ink();
        paint.set(&[0.6], false);
        assert_ne!(paint.ink(), tint);
        paint.set_space(Space::Pattern);
        assert_eq!(paint.ink(), 0);
    }
}
