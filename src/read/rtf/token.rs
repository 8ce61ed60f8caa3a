//! The tokens of the format.

/// Most letters of a control word, and most digits of its number (specification, "Control Word").
const LONGEST_WORD: usize = 32;
const LONGEST_NUMBER: usize = 10;

/// A token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    Open,
    Close,
    /// `\par`, `\fs24`.
    Word(&'a str, Option<i32>),
    /// `\~`: a character that means something behind a backslash.
    Symbol(u8),
    /// `\'e9`: a byte of text.
    Byte(u8),
    /// Bytes of text.
    Text(&'a [u8]),
}

/// A file as a stream of tokens. Line ends between them mean nothing.
#[derive(Debug)]
pub(super) struct Tokens<'a> {
    rest: &'a [u8],
    length: usize,
    /// The byte at which the last token began.
    pub(super) at: usize,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes, length: bytes.len(), at: 0 }
    }

    /// The byte behind the last token.
    pub(super) fn end(&self) -> usize {
        self.length - self.rest.len()
    }

    fn take(&mut self, length: usize) -> &'a [u8] {
        let (taken, rest) = self.rest.split_at(length.min(self.rest.len()));
        self.rest = rest;
        taken
    }

    fn text(&mut self) -> Token<'a> {
        let is_other = |byte: &u8| matches!(byte, b'{' | b'}' | b'\\' | b'\r' | b'\n' | 0);
        let length = self.rest.iter().position(is_other).unwrap_or(self.rest.len());
        Token::Text(self.take(length))
    }

    fn escape(&mut self) -> Option<Token<'a>> {
        self.take(1);
        match *self.rest.first()? {
            b'\'' => {
                self.take(1);
                let digits = self.rest.iter().take(2).take_while(|byte| byte.is_ascii_hexdigit()).count();
                let digits = std::str::from_utf8(self.take(digits)).unwrap_or_default();
                Some(u8::from_str_radix(digits, 16).map_or(Token::Text(&[]), Token::Byte))
            }
            byte if byte.is_ascii_alphabetic() => Some(self.word()),
            byte => {
                self.take(1);
                Some(Token::Symbol(byte))
            }
        }
    }

    fn word(&mut self) -> Token<'a> {
        let run = |bytes: &[u8], most: usize, kind: fn(&u8) -> bool| {
            bytes.iter().take(most).take_while(|byte| kind(byte)).count()
        };
        let letters = run(self.rest, LONGEST_WORD, u8::is_ascii_alphabetic);
        let name = std::str::from_utf8(self.take(letters)).unwrap_or_default();
        let sign = usize::from(self.rest.first() == Some(&b'-'));
        let digits = run(&self.rest[sign..], LONGEST_NUMBER, u8::is_ascii_digit);
        let number = if digits > 0 { self.take(sign + digits) } else { &[] };
        let number = std::str::from_utf8(number).ok().and_then(|number| number.parse::<i64>().ok());
        let number = number.map(|number| number.clamp(i32::MIN.into(), i32::MAX.into()) as i32);
        if self.rest.first() == Some(&b' ') {
            self.take(1);
        }
        if name == "bin" {
            self.take(number.and_then(|length| usize::try_from(length).ok()).unwrap_or(0));
        }
        Token::Word(name, number)
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        let blanks = self.rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n' | 0)).count();
        self.take(blanks);
        self.at = self.end();
        match self.rest.first()? {
            b'{' => {
                self.take(1);
                Some(Token::Open)
            }
            b'}' => {
                self.take(1);
                Some(Token::Close)
            }
            b'\\' => self.escape(),
            _ => Some(self.text()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_a_file_apart() {
        let tokens: Vec<_> = Tokens::new(b"{\\rtf1\\fs-24 A b\r\n\\'e9c\\~\\bin3 {{{\\par}\\'zz\\").collect();
        assert_eq!(
            tokens,
            [
                Token::Open,
                Token::Word("rtf", Some(1)),
                Token::Word("fs", Some(-24)),
                Token::Text(b"A b"),
                Token::Byte(0xe9),
                Token::Text(b"c"),
                Token::Symbol(b'~'),
                Token::Word("bin", Some(3)),
                Token::Word("par", None),
                Token::Close,
                Token::Text(b""),
                Token::Text(b"zz"),
            ]
        );
    }
}
