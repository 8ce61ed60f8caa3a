//! Addresses as they are written in LaTeX, in `\url` and in running text.

use super::macros::Macros;
use super::numbers;
use super::source::name_length;
use super::symbols::symbol;

/// How deep macros may stand in one another in an address.
const DEEPEST: usize = 8;

/// Most characters that are read beyond those that are written.
const MOST_STEPS: usize = 20_000;

/// The longest address, in bytes.
const LONGEST: usize = 8000;

/// The address that the argument of `\url` or `\href` means.
pub(super) fn address(raw: &str, macros: &Macros) -> String {
    let mut decoder =
        Decoder { macros, steps: raw.len() + MOST_STEPS, address: String::with_capacity(raw.len()) };
    decoder.decode(raw, DEEPEST);
    decoder.address
}

struct Decoder<'m> {
    macros: &'m Macros,
    /// Characters that may still be read, those of macros included.
    steps: usize,
    address: String,
}

impl Decoder<'_> {
    fn decode(&mut self, raw: &str, depth: usize) {
        let mut rest = raw;
        while let Some(character) = rest.chars().next() {
            if self.steps == 0 || self.address.len() > LONGEST {
                return;
            }
            self.steps -= 1;
            let behind = &rest[character.len_utf8()..];
            rest = match character {
                '\\' => self.command(behind, depth),
                '%' if behind.trim_start_matches([' ', '\t', '\r']).starts_with('\n') => behind,
                '{' | '}' => behind,
                '$' if mathematics(behind).is_some() => {
                    let length = mathematics(behind).unwrap_or_default();
                    self.decode(&behind[..length], 0);
                    &behind[length + 1..]
                }
                blank if blank.is_ascii_whitespace() => behind,
                '^' if behind.starts_with('^') && behind.len() > 2 => hexadecimal(behind, &mut self.address),
                other => {
                    self.address.push(other);
                    behind
                }
            };
        }
    }

    /// A command behind its backslash; returns what follows it.
    fn command<'a>(&mut self, rest: &'a str, depth: usize) -> &'a str {
        let length = name_length(rest);
        let (name, behind) = rest.split_at(length);
        match name {
            "char" | "symbol" => {
                let number = behind.trim_start_matches([' ', '{']);
                return match numbers::character(number) {
                    Some((character, length)) => {
                        self.address.push(character);
                        number[length..].strip_prefix(' ').unwrap_or(&number[length..])
                    }
                    None => behind,
                };
            }
            "hskip" | "kern" | "penalty" | "hspace" | "hspace*" | "mskip" => {
                return match behind.strip_prefix('{') {
                    Some(braced) => braced.split_once('}').map_or("", |(_, behind)| behind),
                    None => &behind[numbers::glue(behind)..],
                };
            }
            "discretionary" => return behind.trim_start_matches("{}"),
            "^" | "~" => {
                self.address.push_str(name);
                return behind.strip_prefix("{}").unwrap_or(behind);
            }
            "\\" | " " | "," | "!" => {}
            _ => match (symbol(name), self.macros.simple(name)) {
                (_, Some(text)) if depth > 0 => self.decode(text, depth - 1),
                (Some(text), _) => self.address.push_str(text),
                _ => {}
            },
        }
        if name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            behind.trim_start_matches(' ')
        } else {
            behind
        }
    }
}

/// The length of a command that is set as mathematics: `\sim` in `$\sim$`, behind the first `$`.
fn mathematics(behind: &str) -> Option<usize> {
    let closing = behind.bytes().take(12).position(|byte| byte == b'$')?;
    behind.starts_with('\\').then_some(closing)
}

/// TeX's `^^7e`, behind the first `^`.
fn hexadecimal<'a>(behind: &'a str, address: &mut String) -> &'a str {
    let digits = behind.get(1..3).and_then(|digits| u8::from_str_radix(digits, 16).ok());
    match digits {
        Some(code) if code.is_ascii() => {
            address.push(char::from(code));
            &behind[3..]
        }
        _ => {
            address.push('^');
            behind
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_is_meant() {
        let macros = Macros::default();
        for (raw, meant) in [
            (r"http://a.example/a\_b\%20c\#d?x=1\&y", "http://a.example/a_b%20c#d?x=1&y"),
            (r"http://a.example/{\textasciitilde}ng/", "http://a.example/~ng/"),
            (r"http://a.example/\textasciitilde ng/", "http://a.example/~ng/"),
            (r"http://a.example/\~{}ng/\char`~x", "http://a.example/~ng/~x"),
            (r"http://a.example/$\sim$ng/?a=$1$", "http://a.example/~ng/?a=$1$"),
            (r"http://a.example/\allowbreak x\slash y\-z\hskip 0pt plus 1pt w", "http://a.example/x/yzw"),
            ("http://a.example/x%\n   y z", "http://a.example/xyz"),
            ("http://a.example/%7Ex^^7ey", "http://a.example/%7Ex~y"),
            (r"http://a.example/x\", "http://a.example/x"),
        ] {
            assert_eq!(address(raw, &macros), meant, "{raw}");
        }
    }
}
