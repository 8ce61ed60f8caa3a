//! Folding: what is the same to a reader becomes the same string.

use unicode_normalization::char::{decompose_canonical, decompose_compatible, is_combining_mark};

/// The text in lower case, compatibility forms resolved (Unicode NFKC), accents dropped from
/// Latin letters, everything that is no letter or digit reduced to single spaces.
///
/// Cyrillic and Kazakh letters stay what they are, save that `ё` is written `е`, as printers do.
/// Arabic loses its vowel signs and the variants of alef, as search engines have it.
pub(in crate::check) fn fold(text: &str) -> String {
    let mut folder = Folder { out: String::with_capacity(text.len()), gap: false };
    for c in text.chars() {
        folder.add(c);
    }
    folder.out
}

struct Folder {
    out: String,
    gap: bool,
}

impl Folder {
    fn add(&mut self, c: char) {
        if c.is_ascii() {
            if c.is_ascii_alphanumeric() { self.push(c.to_ascii_lowercase()) } else { self.gap = true }
        } else {
            self.add_wide(c);
        }
    }

    fn add_wide(&mut self, c: char) {
        match c {
            // Soft hyphen, zero-width characters, tatweel, Arabic vowel signs: not there.
            '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2060}'
            | '\u{feff}'
            | '\u{640}'
            | '\u{64b}'..='\u{65f}'
            | '\u{670}' => {}
            '\u{300}'..='\u{36f}' => self.add_mark(c),
            '\u{ff00}'..='\u{ffef}'
            | '\u{fb00}'..='\u{fb06}'
            | '\u{fb50}'..='\u{fdff}'
            | '\u{fe70}'..='\u{fefc}' => {
                decompose_compatible(
                    c,
                    |plain| if plain == c { self.push_lower(c) } else { self.add(plain) },
                );
            }
            _ => match letter(c) {
                Some(plain) => plain.chars().for_each(|plain| self.push(plain)),
                None if is_accented_latin(c) => self.push_base(c),
                None if c.is_alphanumeric() => self.push_lower(c),
                None if is_combining_mark(c) => self.out.push(c),
                None => self.gap = true,
            },
        }
    }

    /// A combining accent: dropped, save the breve that makes `й` of `и`.
    fn add_mark(&mut self, mark: char) {
        if mark == '\u{306}' && self.out.ends_with('и') {
            self.out.pop();
            self.out.push('й');
        }
    }

    fn push_base(&mut self, c: char) {
        let mut base = None;
        decompose_canonical(c, |part| base = base.or(Some(part)));
        self.push_lower(base.unwrap_or(c));
    }

    fn push_lower(&mut self, c: char) {
        if c.is_alphanumeric() {
            c.to_lowercase().filter(|lower| lower.is_alphanumeric()).for_each(|lower| self.push(lower));
        } else {
            self.gap = true;
        }
    }

    fn push(&mut self, c: char) {
        if self.gap && !self.out.is_empty() {
            self.out.push(' ');
        }
        self.gap = false;
        self.out.push(c);
    }
}

fn is_accented_latin(c: char) -> bool {
    matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}') && c != '×' && c != '÷'
}

/// Letters that Unicode does not decompose, or that printers use for one another.
fn letter(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' | 'ẞ' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'ø' | 'Ø' => "o",
        'ł' | 'Ł' => "l",
        'đ' | 'Đ' => "d",
        'ı' | 'İ' => "i",
        'ё' | 'Ё' => "е",
        'أ' | 'إ' | 'آ' | 'ٱ' => "ا",
        'ى' => "ي",
        'ة' => "ه",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_reader_takes_for_the_same_folds_to_the_same() {
        for (text, folded) in [
            ("Cracks  Found\u{a0}in “Spillway”", "cracks found in spillway"),
            ("L’article n'existe plus", "l article n existe plus"),
            ("La Auditoría — que nadie leyó", "la auditoria que nadie leyo"),
            ("ＦＵＬＬ　ｗｉｄｔｈ", "full width"),
            ("ﬁnal oﬃce", "final office"),
            ("Самолёт и йод", "самолет и йод"),
            ("Самоле\u{308}т и\u{306}од", "самолет йод"),
            ("ӘҢҒҮҰҚӨҺІ", "әңғүұқөһі"),
            ("İstanbul'da ışık", "istanbul da isik"),
            ("الصَّفحة أُزيلت", "الصفحه ازيلت"),
            ("Straße, Łódź, Øre", "strasse lodz ore"),
            ("水庫（移民）", "水庫 移民"),
            ("  …  ", ""),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }
}
