//! How old a remembered answer may be: `7d`, or `alive=7d,trouble=1d,captures=30d`.

use std::fmt;
use std::str::FromStr;

use super::Time;

/// A part of `--max-age`: for which answers, and how old.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct MaxAgeRule {
    /// The kind of answer; none for every kind.
    pub(crate) kind: Option<AnswerKind>,
    /// How old it may be.
    pub(crate) age: Time,
}

/// What is remembered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::Display, strum::EnumString)]
#[strum(serialize_all = "kebab-case")]
pub(crate) enum AnswerKind {
    /// Sources that were alive.
    Alive,
    /// Sources in trouble.
    Trouble,
    /// What the archive said.
    Captures,
}

impl FromStr for MaxAgeRule {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let Some((kind, age)) = text.split_once('=') else {
            return Ok(Self { kind: None, age: text.parse()? });
        };
        let unknown = |_| format!("{kind:?} is none of alive, trouble, captures");
        Ok(Self { kind: Some(kind.trim().parse().map_err(unknown)?), age: age.parse()? })
    }
}

impl fmt::Display for MaxAgeRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            Some(kind) => write!(f, "{kind}={}", self.age),
            None => write!(f, "{}", self.age),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_written_as_it_is_read() {
        for text in ["1d", "alive=7d", "trouble=12h", "captures=30d"] {
            assert_eq!(text.parse::<MaxAgeRule>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn says_what_is_wrong() {
        for (text, expected) in [
            ("dead=1d", "\"dead\" is none of alive, trouble, captures"),
            ("alive=1", "no unit; write 1s, 1ms or 1d"),
        ] {
            assert_eq!(text.parse::<MaxAgeRule>(), Err(expected.to_owned()), "{text}");
        }
    }
}
