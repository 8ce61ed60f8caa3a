use super::*;

const NOW: &str = "20260101000000";

fn at(digits: &str) -> Timestamp {
    timestamp::parse(digits).expect("fourteen digits")
}

/// `20130702120000 200 text/html DIGEST http://…`, `-` for what is not told.
fn capture(line: &str) -> Capture {
    let fields: Vec<&str> = line.split(' ').collect();
    let told = |field: &str| (field != "-").then(|| field.to_owned());
    let kind = match (fields[1], fields[2]) {
        (_, "warc/revisit") => Kind::Revisit,
        ("-", _) => Kind::Unknown,
        (status, _) => Kind::of_status(status.parse().expect("a status")),
    };
    let original = fields.get(4).copied().unwrap_or("http://gazette.example/news/1").to_owned();
    Capture { time: at(fields[0]), original, kind, mime: told(fields[2]), digest: told(fields[3]) }
}

fn wish<'a>(url: &'a Url, reference: Option<&str>) -> Wish<'a> {
    Wish {
        url,
        reference: reference.map(|day| day.parse().expect("a day")),
        now: at(NOW),
        close: SignedDuration::from_hours(45 * 24),
    }
}

fn decide(url: &str, reference: Option<&str>, lines: &[&str]) -> (Option<String>, Vec<String>) {
    let url = Url::parse(url).expect("an address");
    let wish = wish(&url, reference);
    let candidates = candidates(&wish, lines.iter().map(|line| capture(line)).collect());
    let choice = choose(&wish, &candidates);
    let digits = |capture: &Capture| timestamp::digits(capture.time);
    (choice.page.as_ref().map(digits), choice.doubtful.iter().map(digits).collect())
}

fn chosen(reference: Option<&str>, lines: &[&str]) -> Option<String> {
    let (page, doubtful) = decide("https://www.gazette.example/news/1", reference, lines);
    assert_eq!(doubtful, Vec::<String>::new());
    page
}

/// A name, the reference day, the captures, the one to choose.
type Case = (&'static str, Option<&'static str>, &'static [&'static str], Option<&'static str>);

const DAY: Option<&str> = Some("2013-07-02");

const TABLE: &[Case] = &[
    ("nothing", DAY, &[], None),
    ("one", DAY, &["20190101000000 200 text/html A"], Some("20190101000000")),
    (
        "the nearest on either side",
        DAY,
        &[
            "20130620000000 200 text/html A",
            "20130710000000 200 text/html B",
            "20130801000000 200 text/html C",
        ],
        Some("20130710000000"),
    ),
    (
        "a tie goes to the earlier",
        DAY,
        &["20130703120000 200 text/html B", "20130701120000 200 text/html A"],
        Some("20130701120000"),
    ),
    (
        "the hour of the day counts from noon",
        DAY,
        &["20130702233000 200 text/html B", "20130702010000 200 text/html A"],
        Some("20130702010000"),
    ),
    (
        "errors are passed over",
        DAY,
        &[
            "20130702120000 404 text/html A",
            "20130712120000 503 text/html A",
            "20130730000000 200 text/html B",
        ],
        Some("20130730000000"),
    ),
    (
        "203 and 206 are pages",
        DAY,
        &["20130702120000 206 text/html A", "20130712120000 203 text/html B"],
        Some("20130702120000"),
    ),
    (
        "the future is nobody's",
        Some("2025-12-30"),
        &[
            "20260103000000 200 text/html A",
            "20990101000000 200 text/html A",
            "20251101000000 200 text/html B",
        ],
        Some("20251101000000"),
    ),
    (
        "another page is refused",
        DAY,
        &["20130702120000 200 text/html A http://gazette.example/news/12", "20140101000000 200 text/html B"],
        Some("20140101000000"),
    ),
    (
        "a variant is the page",
        DAY,
        &["20130702120000 200 text/html A http://gazette.example:80/news/1/"],
        Some("20130702120000"),
    ),
    (
        "without a day the newest",
        None,
        &[
            "20130702120000 200 text/html A",
            "20240101000000 200 text/html B",
            "20250101000000 404 text/html C",
        ],
        Some("20240101000000"),
    ),
    (
        "a revisit of a page is the page",
        DAY,
        &["20130101000000 200 text/html A", "20130701000000 - warc/revisit A"],
        Some("20130701000000"),
    ),
    (
        "a revisit of an error is none",
        DAY,
        &[
            "20120101000000 404 text/html A",
            "20130701000000 - warc/revisit A",
            "20140101000000 200 text/html B",
        ],
        Some("20140101000000"),
    ),
    (
        "a page before a redirect of the same second",
        DAY,
        &["20130702120000 301 text/html A", "20130702120000 200 text/html B"],
        Some("20130702120000"),
    ),
];

#[test]
fn the_table_of_choices() {
    for (name, reference, lines, expected) in TABLE {
        assert_eq!(chosen(*reference, lines).as_deref(), *expected, "{name}");
    }
}

#[test]
fn what_is_near_but_doubtful_is_looked_into_first() {
    let (page, doubtful) = decide(
        "http://gazette.example/news/1",
        Some("2013-07-02"),
        &[
            "20130703000000 302 text/html A",
            "20130720000000 - warc/revisit Z",
            "20130801000000 301 text/html A",
            "20160101000000 200 text/html B",
            "20170101000000 301 text/html A",
        ],
    );
    assert_eq!(page.as_deref(), Some("20160101000000"));
    assert_eq!(doubtful, ["20130703000000", "20130720000000"]);
}

#[test]
fn nothing_doubtful_is_looked_into_where_a_page_is_close() {
    let (page, doubtful) = decide(
        "http://gazette.example/news/1",
        Some("2013-07-02"),
        &["20130703000000 302 text/html A", "20130720000000 200 text/html B"],
    );
    assert_eq!(page.as_deref(), Some("20130720000000"));
    assert!(doubtful.is_empty());
}

#[test]
fn a_redirect_alone_is_doubtful() {
    let (page, doubtful) =
        decide("http://gazette.example/news/1", Some("2013-07-02"), &["20150703000000 301 text/html A"]);
    assert_eq!((page, doubtful), (None, vec!["20150703000000".to_owned()]));
}

#[test]
fn a_web_page_in_place_of_a_file_comes_last() {
    let url = "http://gazette.example/files/plan.pdf";
    let html = "20130702120000 200 text/html A http://gazette.example/files/plan.pdf";
    let pdf = "20140702120000 200 application/pdf B http://gazette.example/files/plan.pdf";
    assert_eq!(decide(url, Some("2013-07-02"), &[html, pdf]).0.as_deref(), Some("20140702120000"));
    assert_eq!(decide(url, Some("2013-07-02"), &[html]).0.as_deref(), Some("20130702120000"));
}
