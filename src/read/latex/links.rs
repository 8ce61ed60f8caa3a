//! Addresses and hyperlinks.

use super::super::code::has_address;
use super::super::flow::Sign;
use super::super::target::target;
use super::address::address;
use super::frames::Open;
use super::reader::Reader;

impl Reader<'_> {
    /// A command of hyperref or url. False if it is none.
    pub(super) fn link(&mut self, name: &str) -> bool {
        match name {
            "url" | "nolinkurl" | "Url" | "urldate@url" | "burl" | "burlalt" | "harvardurl"
            | "APACrefURL" => {
                self.url();
            }
            "path" => self.path(),
            "href" | "APACurl" => self.href(),
            "doi" => self.doi(),
            "verb" | "lstinline" | "mintinline" => self.code(name),
            _ => return false,
        }
        true
    }

    fn url(&mut self) {
        self.source.eat("*");
        self.source.optional();
        let address = self.verbatim_argument().map(|raw| address(&raw, &self.macros)).unwrap_or_default();
        self.write_address(&address);
    }

    /// Writes an address, as a link where it is one.
    pub(super) fn write_address(&mut self, address: &str) {
        if self.muted || address.is_empty() {
            return;
        }
        let line = self.source.line();
        match link_of(address).filter(|_| self.links == 0) {
            Some(sign) => {
                self.flow.open(sign);
                self.flow.push(address, line);
                self.flow.close();
            }
            None => self.flow.push(address, line),
        }
    }

    /// `\path` prints names of files more often than addresses.
    fn path(&mut self) {
        let text = self.verbatim_argument().map(|raw| address(&raw, &self.macros)).unwrap_or_default();
        if text.contains("://") || text.starts_with("www.") {
            self.write_address(&text);
        } else {
            self.write(&text);
        }
    }

    fn href(&mut self) {
        self.source.optional();
        let address = self.verbatim_argument().map(|raw| address(&raw, &self.macros)).unwrap_or_default();
        match link_of(&address) {
            Some(sign) => self.open_signed(sign),
            None => {
                self.open_argument(Open::Argument);
            }
        }
    }

    fn doi(&mut self) {
        let doi = self.verbatim_argument().map(|raw| address(&raw, &self.macros)).unwrap_or_default();
        let doi = doi.trim_start_matches("doi:").trim();
        if doi.starts_with("10.") {
            self.write_address(&format!("https://doi.org/{doi}"));
        } else {
            self.write_address(doi);
        }
    }

    /// Code is quoted text, unless it shows an address: an example, no source.
    fn code(&mut self, name: &str) {
        self.source.eat("*");
        if name != "verb" {
            self.source.optional();
        }
        if name == "mintinline" {
            self.source.braced(false);
        }
        let code = self.verbatim_argument().unwrap_or_default();
        if !has_address(&code) {
            self.write(&code);
        }
    }

    /// An argument in braces or between two other characters of one kind.
    pub(super) fn verbatim_argument(&mut self) -> Option<String> {
        const LONGEST: usize = 4_000;
        self.source.skip_blanks();
        let delimiter = self.source.peek()?;
        if delimiter == b'{' {
            return self.source.braced(false);
        }
        let rest = self.source.rest();
        let near = &rest[..rest.floor_char_boundary(LONGEST)];
        let line = near.lines().next().unwrap_or_default();
        let usable = delimiter.is_ascii_punctuation() && delimiter != b'\\' && delimiter != b'}';
        let length = line.get(1..).and_then(|rest| rest.find(char::from(delimiter))).filter(|_| usable)?;
        let text = line[1..=length].to_owned();
        self.source.advance(length + 2);
        Some(text)
    }
}

/// What an address is a link to. One without a scheme may be one if it names a host of the web.
fn link_of(address: &str) -> Option<Sign> {
    if let Some(sign) = target(address) {
        return Some(sign).filter(|sign| matches!(sign, Sign::Link(_)));
    }
    let host = address.split(['/', '?', '#']).next()?;
    let labels = host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-:".contains(&byte));
    let public = labels && psl::domain(host.as_bytes()).is_some_and(|domain| domain.suffix().is_known());
    public.then(|| Sign::Link(format!("http://{address}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_addresses_from_names() {
        assert_eq!(link_of("http://a.example/x"), Some(Sign::Link("http://a.example/x".into())));
        assert_eq!(link_of("www.herald.com/x"), Some(Sign::Link("http://www.herald.com/x".into())));
        assert_eq!(link_of("herald.com"), Some(Sign::Link("http://herald.com".into())));
        for none in ["main.tex", "src/main.rs", "ng@herald.com", "#fig", ""] {
            assert_eq!(link_of(none), None, "{none}");
        }
    }
}
