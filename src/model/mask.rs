//! Secrets in addresses, masked before anything is stored or shown.
//!
//! A cited address can carry a password (`https://user:pass@host/`, RFC 3986 §3.2.1), an access
//! token, a session or a signed query. The source is asked with the address as it is; whatever is
//! written down afterwards goes through [`mask`]. Too much masked costs a little legibility, too
//! little costs somebody a secret: in doubt a value is masked.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::Regex;
use url::Url;

use super::{
    ArchiveCopy, Change, Check, Citation, DocumentSummary, Evidence, Finding, Hop, Known, Lookup, Snapshot,
};

/// What stands where a secret stood.
pub const MASK: &str = "***";

/// Ends of parameter names whose values are secrets: `access_token`, `X-Amz-Signature`, `userPassword`.
const NAME_ENDS: &str = "token|secret|password|passwd|passphrase|api[-_]?key|access[-_]?key(?:[-_]?id)?\
    |private[-_]?key|signature|credentials?|session[-_]?id|sess(?:ion)?id|bearer";

/// Whole parameter names whose values are secrets; too short to be looked for at the end of others.
const NAMES: &str = "sig|pwd|pass|auth|authorization|hmac|jwt|hdnts|hdnea";

/// Secrets known by their shape: JSON web tokens, keys of Google, GitHub, Amazon and Slack.
const SHAPES: &str = r"eyJ[0-9A-Za-z_-]{8,}\.[0-9A-Za-z_-]{8,}\.[0-9A-Za-z_-]*|AIza[0-9A-Za-z_-]{35}\
    |gh[pousr]_[0-9A-Za-z]{36,}|github_pat_[0-9A-Za-z_]{22,}|A[KS]IA[0-9A-Z]{16}|xox[abeoprs]-[0-9A-Za-z-]{10,}";

/// Where secrets stand: a pattern whose first group is kept and whose rest is masked, and what is
/// kept behind the mask.
static PLACES: LazyLock<Vec<(Regex, &str)>> = LazyLock::new(|| {
    let name = format!(r"(?:(?:[0-9a-z_.\[\]-]|%5B)*(?:{NAME_ENDS})|{NAMES})(?:\]|%5D)?");
    let octet_but_end_of_authority = "%[014-9a-f][0-9a-f]|%2[0-24-9a-e]|%3[0-9a-e]";
    let octet_but_ampersand = "%[013-9a-f][0-9a-f]|%2[0-57-9a-f]";
    [
        // user:pass@ behind a scheme, also of an address inside another
        (r#"(://)[^\s/?#"<>\\]*@"#.to_owned(), "@"),
        // the same, percent-encoded as a parameter of another address
        (format!(r#"(%3A%2F%2F)(?:[^\s/?#&%"<>\\]|{octet_but_end_of_authority})*%40"#), "%40"),
        // ;jsessionid=… at the end of a path
        (format!(r#"(;{name}=)[^?&;#/\s"<>]*"#), ""),
        // ?token=… &token=… #token=…
        (format!(r#"((?:[?&#]|&amp;){name}=)[^&;#\s"<>]*"#), ""),
        // the same, percent-encoded
        (format!(r#"((?:%3F|%26|%23){name}(?:=|%3D))(?:[^%&;#\s"<>]|{octet_but_ampersand})*"#), ""),
        // wherever their shape gives them away
        (format!(r"\b()(?-i:{SHAPES})"), ""),
    ]
    .into_iter()
    .map(|(pattern, after)| {
        let pattern = format!("(?i:{pattern})");
        (Regex::new(&pattern).expect("the patterns are constant and a test compiles them"), after)
    })
    .collect()
});

/// `text` with the secrets of every address in it masked. Masking twice changes nothing more.
/// Linear in the length of the text.
pub fn mask(text: &str) -> Cow<'_, str> {
    let mut masked = Cow::Borrowed(text);
    for (pattern, after) in PLACES.iter() {
        if let Cow::Owned(changed) = pattern.replace_all(&masked, format!("${{1}}{MASK}{after}")) {
            masked = Cow::Owned(changed);
        }
    }
    masked
}

/// `url` with its secrets masked.
pub fn mask_url(url: &Url) -> Url {
    match mask(url.as_str()) {
        Cow::Borrowed(_) => url.clone(),
        Cow::Owned(masked) => Url::parse(&masked).unwrap_or_else(|_| without_secrets(url)),
    }
}

/// The bare place of an address whose masked form is no address.
fn without_secrets(url: &Url) -> Url {
    let mut bare = url.clone();
    bare.set_query(None);
    bare.set_fragment(None);
    // Fails only for addresses without a host, which have no userinfo either.
    let _ = bare.set_username("");
    let _ = bare.set_password(None);
    bare
}

impl Check {
    /// The same with secrets masked.
    #[must_use]
    pub fn masked(&self) -> Self {
        Self {
            final_url: self.final_url.as_ref().map(mask_url),
            evidence: self.evidence.iter().map(Evidence::masked).collect(),
            hops: self.hops.iter().map(Hop::masked).collect(),
            taken: self.taken.as_ref().map(mask_url),
            ..*self
        }
    }
}

impl Evidence {
    fn masked(&self) -> Self {
        Self { signal: self.signal.clone(), detail: mask(&self.detail).into_owned() }
    }
}

impl Hop {
    fn masked(&self) -> Self {
        Self { url: mask_url(&self.url), status: self.status }
    }
}

impl Lookup {
    /// The same with secrets masked.
    #[must_use]
    pub fn masked(&self) -> Self {
        match self {
            Self::Found(snapshot) => Self::Found(snapshot.masked()),
            Self::Failed(why) => Self::Failed(mask(why).into_owned()),
            Self::Absent | Self::Excluded => self.clone(),
        }
    }
}

impl Snapshot {
    pub(super) fn masked(&self) -> Self {
        Self { url: mask_url(&self.url), original: mask(&self.original).into_owned(), ..*self }
    }
}

impl Citation {
    /// The same with secrets masked. Where the address holds one, what was printed is replaced
    /// by the masked address: a line break in the middle of a password must not save it.
    #[must_use]
    pub fn masked(&self) -> Self {
        let text = |field: &Option<String>| field.as_deref().map(|text| self.without_printed_secret(text));
        let plain = |field: &Option<String>| field.as_deref().map(|text| mask(text).into_owned());
        Self {
            document: mask(&self.document).into_owned(),
            note: plain(&self.note),
            url: plain(&self.url),
            as_printed: text(&self.as_printed),
            title: text(&self.title),
            title_translated: text(&self.title_translated),
            source: text(&self.source),
            author: text(&self.author),
            context: text(&self.context),
            candidates: self.candidates.iter().map(|url| mask(url).into_owned()).collect(),
            archived: self.archived.as_ref().map(ArchiveCopy::masked),
            ..self.clone()
        }
    }

    fn without_printed_secret(&self, text: &str) -> String {
        let (Some(url), Some(printed)) = (&self.url, &self.as_printed) else {
            return mask(text).into_owned();
        };
        let shown = mask(url);
        if printed.is_empty() || shown == *url {
            return mask(text).into_owned();
        }
        let on_one_line = printed.split_whitespace().collect::<Vec<_>>().join(" ");
        mask(&text.replace(printed, &shown).replace(&on_one_line, &shown)).into_owned()
    }
}

impl ArchiveCopy {
    fn masked(&self) -> Self {
        Self { url: mask(&self.url).into_owned(), ..self.clone() }
    }
}

impl DocumentSummary {
    /// The same with secrets masked.
    #[must_use]
    pub fn masked(&self) -> Self {
        Self {
            name: mask(&self.name).into_owned(),
            warnings: self.warnings.iter().map(|text| mask(text).into_owned()).collect(),
            error: self.error.as_deref().map(|text| mask(text).into_owned()),
            ..*self
        }
    }
}

impl Finding {
    /// The same with secrets masked: what may be shown.
    #[must_use]
    pub fn masked(&self) -> Self {
        Self {
            citation: self.citation.masked(),
            check: Known { value: self.check.value.masked(), from: self.check.from },
            lookup: self.lookup.as_ref().map(|known| Known { value: known.value.masked(), from: known.from }),
            replacement: self.replacement.as_deref().map(|text| mask(text).into_owned()),
            change: self.change.as_ref().map(Change::masked),
            ..*self
        }
    }
}

#[cfg(test)]
mod tests;
