//! The CDX server: the authority on which captures exist.
//!
//! It sorts by distance only with `sort=closest` *and* `closest=TS` (internetarchive/wayback#237),
//! and keeps one capture for each distance: of two captures of the same second the later line
//! hides the earlier (`ClosestTimestampSorted.java`). A page often hides the redirect to it, and
//! where a redirect hides its page it is followed, so redirects may stand in the answer. Errors
//! are filtered out; `statuscode:200` would drop revisits too, whose status is `-`. For the
//! newest capture `limit=-N` is used: with `closest`, or with `limit=-1`, the server takes a
//! short cut that can miss the last ones (akamhy/waybackpy#176).

use url::Url;

use crate::archive::capture::{Capture, Kind};
use crate::archive::contract::Query;
use crate::archive::timestamp;
use crate::archive::trouble::{Trouble, is_exclusion, short, status_text};
use crate::web::{Answer, Ask};

/// How many captures are asked for. More than a page nearly ever has near a day.
pub(super) const LIMIT: usize = 200;

/// What the server says of an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Listing {
    /// The captures it lists; none at all is its word that there is none.
    Captures(Vec<Capture>),
    /// The archive does not show this site.
    Excluded,
}

/// Which captures are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    /// All but errors.
    NoErrors,
    /// Those with status 200 alone.
    Pages,
}

/// The request for the captures of an address nearest to the reference, or the newest ones.
pub(super) fn ask(server: &Url, query: &Query, which: Which) -> Ask {
    let mut url = server.clone();
    let filter = match which {
        Which::NoErrors => "!statuscode:[45]..",
        Which::Pages => "statuscode:200",
    };
    {
        let mut pairs = url.query_pairs_mut();
        pairs.append_pair("url", &exact(&query.url)).append_pair("output", "json");
        pairs
            .append_pair("fl", "timestamp,original,mimetype,statuscode,digest")
            .append_pair("filter", filter);
        match query.reference {
            Some(day) => {
                let closest = timestamp::digits(timestamp::noon(day));
                pairs.append_pair("sort", "closest").append_pair("closest", &closest);
                pairs.append_pair("limit", &LIMIT.to_string());
            }
            None => {
                pairs.append_pair("limit", &format!("-{LIMIT}"));
            }
        }
    }
    Ask::get(url)
}

/// The address so that no sign in it asks for all addresses that begin like it (`*`).
fn exact(url: &Url) -> String {
    match url.as_str().strip_suffix('*') {
        Some(rest) => format!("{rest}%2A"),
        None => url.as_str().to_owned(),
    }
}

/// Reads the answer.
///
/// # Errors
/// If the question was refused (400), or if it is not the server that answers.
pub(super) fn read(answer: &Answer) -> Result<Listing, Trouble> {
    if answer.truncated {
        return Err(Trouble::passing("an answer that breaks off"));
    }
    match answer.status {
        200 => read_rows(&answer.body).map(Listing::Captures),
        403 if is_exclusion(answer) => Ok(Listing::Excluded),
        status => {
            let text = short(&String::from_utf8_lossy(&answer.body));
            let text =
                if text.is_empty() || text.starts_with('<') { String::new() } else { format!(": {text}") };
            let why = format!("{}{text}", status_text(answer));
            // Refused as such, not for its question.
            Err(if status == 403 { Trouble::passing(why) } else { Trouble::Question(why) })
        }
    }
}

/// Rows of JSON, the names of the columns first. Empty is `[]` without names, or nothing at all.
fn read_rows(body: &[u8]) -> Result<Vec<Capture>, Trouble> {
    let garbled =
        || Trouble::passing(format!("an answer that is none: {:?}", short(&String::from_utf8_lossy(body))));
    if body.iter().all(u8::is_ascii_whitespace) {
        return Ok(Vec::new());
    }
    let rows: Vec<Vec<String>> = serde_json::from_slice(body).map_err(|_| garbled())?;
    let Some((names, rows)) = rows.split_first() else { return Ok(Vec::new()) };
    let column = |name: &str| names.iter().position(|column| column == name);
    let columns = (|| {
        Some([
            column("timestamp")?,
            column("original")?,
            column("mimetype")?,
            column("statuscode")?,
            column("digest")?,
        ])
    })()
    .ok_or_else(garbled)?;
    Ok(rows.iter().filter_map(|row| read_row(row, columns)).collect())
}

fn read_row(row: &[String], columns: [usize; 5]) -> Option<Capture> {
    let field = |column: usize| row.get(columns[column]).map(String::as_str);
    let told = |column: usize| field(column).filter(|text| !matches!(*text, "-" | "")).map(str::to_owned);
    let mime = told(2).map(|mime| mime.to_ascii_lowercase());
    let kind = match told(3) {
        Some(status) => status.parse().map_or(Kind::Unknown, Kind::of_status),
        None if mime.as_deref() == Some("warc/revisit") => Kind::Revisit,
        None => Kind::Unknown,
    };
    let time = timestamp::parse(field(0)?)?;
    Some(Capture { time, original: told(1)?, kind, mime, digest: told(4) })
}

#[cfg(test)]
mod tests {
    use reqwest::header::{HeaderMap, HeaderValue};

    use super::*;

    const NAMES: &str = r#"["timestamp","original","mimetype","statuscode","digest"]"#;

    fn answer(status: u16, body: &str) -> Answer {
        let url = Url::parse("https://archive.example/cdx").expect("an address");
        Answer { url, status, headers: HeaderMap::new(), body: body.into(), truncated: false }
    }

    fn request(url: &str, day: Option<&str>, which: Which) -> String {
        let query = Query {
            url: Url::parse(url).expect("an address"),
            reference: day.map(|day| day.parse().expect("a day")),
        };
        let server = Url::parse("https://archive.example/cdx").expect("an address");
        ask(&server, &query, which).url.to_string()
    }

    #[test]
    fn the_nearest_are_asked_for_with_both_parameters() {
        assert_eq!(
            request("https://gazette.example/a?b=1", Some("2013-07-02"), Which::NoErrors),
            "https://archive.example/cdx?url=https%3A%2F%2Fgazette.example%2Fa%3Fb%3D1&output=json\
             &fl=timestamp%2Coriginal%2Cmimetype%2Cstatuscode%2Cdigest&filter=%21statuscode%3A%5B45%5D..\
             &sort=closest&closest=20130702120000&limit=200"
        );
    }

    #[test]
    fn the_newest_are_the_last() {
        assert_eq!(
            request("https://gazette.example/all*", None, Which::Pages),
            "https://archive.example/cdx?url=https%3A%2F%2Fgazette.example%2Fall%252A&output=json\
             &fl=timestamp%2Coriginal%2Cmimetype%2Cstatuscode%2Cdigest&filter=statuscode%3A200&limit=-200"
        );
    }

    #[test]
    fn rows_are_captures() {
        let body = format!(
            r#"[{NAMES},
            ["20130702154509","http://gazette.example/a","text/html","200","AAA"],
            ["20130703154509","http://gazette.example/a","warc/revisit","-","AAA"],
            ["20130704154509","http://gazette.example/a","unk","-","BBB"],
            ["20130705154509","http://gazette.example/a","text/html","302","CCC"],
            ["2013","http://gazette.example/a","text/html","200","DDD"],
            [],["com,example)/ 2013"]]"#
        );
        let Ok(Listing::Captures(captures)) = read(&answer(200, &body)) else { panic!("captures") };
        let kinds: Vec<Kind> = captures.iter().map(|capture| capture.kind).collect();
        assert_eq!(kinds, [Kind::Page(200), Kind::Revisit, Kind::Unknown, Kind::Redirect]);
        assert_eq!(captures[1].digest, captures[0].digest);
        assert_eq!(captures[0].mime.as_deref(), Some("text/html"));
    }

    #[test]
    fn every_empty_answer_is_empty() {
        for body in ["[]", "[]\n", "", "\n", &format!("[{NAMES}]")] {
            assert_eq!(read(&answer(200, body)), Ok(Listing::Captures(Vec::new())), "{body:?}");
        }
    }

    #[test]
    fn an_exclusion_is_told_by_body_or_header() {
        let body = "org.archive.util.io.RuntimeIOException: org.archive.wayback.exception.\
                    AdministrativeAccessControlException: Blocked Site Error";
        assert_eq!(read(&answer(403, body)), Ok(Listing::Excluded));
        assert_eq!(
            read(&answer(403, "RobotAccessControlException: Blocked By Robots")),
            Ok(Listing::Excluded)
        );
        let mut told = answer(403, "");
        told.headers.insert(
            "x-archive-wayback-runtime-error",
            HeaderValue::from_static("AdministrativeAccessControlException: Blocked Site Error"),
        );
        assert_eq!(read(&told), Ok(Listing::Excluded));
        assert_eq!(read(&answer(403, "<html>no</html>")), Err(Trouble::passing("HTTP 403")));
    }

    #[test]
    fn what_is_no_listing_is_never_empty() {
        for body in
            ["<html>Wayback Machine</html>", "{}", "[[\"a\"]]", "[1]", "com,example)/ 2013", "[[\"times"]
        {
            assert!(matches!(read(&answer(200, body)), Err(Trouble::Passing { .. })), "{body}");
        }
        let refused = Trouble::Question("HTTP 400: url= param is required".to_owned());
        assert_eq!(read(&answer(400, "url= param is required")), Err(refused));
        let broken = Answer { truncated: true, ..answer(200, "[]") };
        assert_eq!(read(&broken), Err(Trouble::passing("an answer that breaks off")));
    }
}
