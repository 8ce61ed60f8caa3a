//! The character collections of Chinese, Japanese and Korean fonts: a file need not say which characters
//! such a font draws, because the collection says it (ISO 32000-1, 9.10.2).

use hayro_cmap::{BfString, CMap, CMapName, CidFamily, load_embedded};
use hayro_syntax::object::{Array, Dict, Name, Object, Stream, String as PdfString};

/// The collection of a font: from its codes to numbers of characters, and from these to Unicode.
#[derive(Debug)]
pub(super) struct Collection {
    numbers: CMap,
    characters: CMap,
}

impl Collection {
    /// The collection of a composite font, if it is one of Adobe's.
    pub(super) fn of(font: &Dict<'_>) -> Option<Self> {
        let descendants = font.get::<Array<'_>>("DescendantFonts")?;
        let info = descendants.iter::<Dict<'_>>().next()?.get::<Dict<'_>>("CIDSystemInfo")?;
        let registry = info.get::<PdfString<'_>>("Registry")?;
        let ordering = info.get::<PdfString<'_>>("Ordering")?;
        let family = CidFamily::from_registry_ordering(&registry, &ordering);
        let characters = embedded(family.ucs2_cmap()?)?;
        Some(Self { numbers: encoding(font)?, characters })
    }

    /// The text that a code stands for.
    pub(super) fn text(&self, code: u32) -> Option<BfString> {
        let number = (1..=4).find_map(|bytes| self.numbers.lookup_cid_code(code, bytes))?;
        self.characters.lookup_bf_string(number)
    }
}

fn encoding(font: &Dict<'_>) -> Option<CMap> {
    match font.get::<Object<'_>>("Encoding")? {
        Object::Name(name) => named(&name),
        Object::Stream(stream) => written(&stream),
        _ => None,
    }
}

fn named(name: &Name<'_>) -> Option<CMap> {
    match CMapName::from_bytes(name) {
        CMapName::IdentityH => Some(CMap::identity_h()),
        CMapName::IdentityV => Some(CMap::identity_v()),
        name => embedded(name),
    }
}

fn written(stream: &Stream<'_>) -> Option<CMap> {
    CMap::parse(&stream.decoded().ok()?, load_embedded)
}

fn embedded(name: CMapName<'_>) -> Option<CMap> {
    CMap::parse(load_embedded(name)?, load_embedded)
}

#[cfg(test)]
mod tests {
    use hayro_font::StandardFont;

    use super::super::made::{FIRST, Made, stream};

    /// What codes of two bytes draw in an embedded font of a collection that has no table of characters.
    fn drawn(ordering: &str, codes: &[u16]) -> String {
        let (program, _) = StandardFont::Helvetica.get_font_data();
        let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        let text: String = codes.iter().map(|code| format!("{code:04x}")).collect();
        let objects = [
            format!(
                "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[{} 0 R]>>",
                FIRST + 1
            ),
            format!(
                "<</Type/Font/Subtype/CIDFontType0/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering({ordering})\
                 /Supplement 6>>/FontDescriptor<</Type/FontDescriptor/FontName/A/Flags 4/FontFile3 {} 0 R>>>>",
                FIRST + 2
            ),
            stream("/Subtype/CIDFontType0C/Filter/ASCIIHexDecode", &hex((*program).as_ref())),
        ];
        let content = format!("BT /G 10 Tf 50 700 Td <{text}> Tj ET");
        Made { content: &content, objects: &objects, ..Made::default() }.text()
    }

    #[test]
    fn the_collection_says_what_the_file_does_not() {
        // The letters of ASCII are the first characters of these collections, those of half the width stand
        // elsewhere (Adobe Technical Notes 5078, 5079, 5080, 5093).
        assert_eq!(drawn("Japan1", &[73, 85, 85, 81]), "http");
        assert_eq!(drawn("Japan1", &[303, 1125]), "h\u{4e9c}");
        assert_eq!(drawn("GB1", &[73]), "h");
        assert_eq!(drawn("Korea1", &[73]), "h");
        assert_eq!(drawn("CNS1", &[73]), "h");
        assert_eq!(drawn("Identity", &[73]), "\u{fffd}");
    }
}
