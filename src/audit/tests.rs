//! The run as a whole, on a web and an archive of the test's own.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex};

use futures::FutureExt;
use futures::future::{BoxFuture, ready};
use jiff::{SignedDuration, Timestamp};
use regex::RegexSet;
use reqwest::header::HeaderMap;
use tokio_util::sync::CancellationToken;
use url::Url;

use crate::archive::{Archive, Judge, Lost, Query, Told, Traced};
use crate::clock::FixedClock;
use crate::model::{ArchiveStatus, Audit, Finding, Lookup, Reason, Snapshot, Verdict};
use crate::read::Reading;
use crate::store::{MaxAge, Store, StoreError};
use crate::web::{Answer, Ask, Fetch, Observation};

use super::{CitationStyle, Input, Options, Silent, Stages, run};

/// A web of pages by address; everything else is not found. An archive of captures by address.
#[derive(Default)]
struct World {
    pages: HashMap<String, String>,
    captures: HashMap<String, String>,
    asked: Mutex<Vec<String>>,
    /// How often it might have been asked again with a browser's headers.
    second_voices: Mutex<usize>,
    looked_up: Mutex<Vec<String>>,
    /// Addresses that the archive cannot be asked about now.
    failing: Mutex<Vec<String>>,
}

impl World {
    fn page(mut self, url: &str, title: &str) -> Self {
        self.pages.insert(url.to_owned(), page(title));
        self
    }

    fn capture(mut self, url: &str, title: &str) -> Self {
        self.captures.insert(url.to_owned(), page(title));
        self
    }

    /// A page and a capture of the same address with other texts under titles of another language.
    fn then_and_now(mut self, url: &str, then: &str, now: &str) -> Self {
        self.captures.insert(url.to_owned(), format!("<title>Тогда</title><p>{then}</p>"));
        self.pages.insert(url.to_owned(), format!("<title>Сейчас</title><p>{now}</p>"));
        self
    }

    fn asked(&self) -> Vec<String> {
        std::mem::take(&mut self.asked.lock().unwrap())
    }

    fn looked_up(&self) -> Vec<String> {
        std::mem::take(&mut self.looked_up.lock().unwrap())
    }
}

fn page(title: &str) -> String {
    let text =
        "The harbour board met on Tuesday and heard that the old crane would not be repaired. ".repeat(6);
    format!("<title>{title}</title><h1>{title}</h1><p>{text}</p>")
}

fn answer(url: &Url, body: Option<&String>) -> Answer {
    let (status, body) = body.map_or((404, String::new()), |body| (200, body.clone()));
    let mut headers = HeaderMap::new();
    headers.insert("content-type", "text/html".parse().unwrap());
    Answer { url: url.clone(), status, headers, body: body.into_bytes(), truncated: false }
}

fn snapshot(url: &Url) -> Snapshot {
    let replay = format!("https://web.archive.example/web/20130703000000/{url}");
    Snapshot {
        url: replay.parse().unwrap(),
        time: "2013-07-03T00:00:00Z".parse().unwrap(),
        original: url.to_string(),
        status: Some(200),
        verified: false,
        span: None,
    }
}

impl Fetch for World {
    fn fetch(&self, ask: Ask) -> BoxFuture<'_, Observation> {
        self.asked.lock().unwrap().push(ask.url.to_string());
        *self.second_voices.lock().unwrap() += usize::from(ask.browser_retry);
        let outcome = Ok(answer(&ask.url, self.pages.get(ask.url.as_str())));
        let seen = Observation::once(ask.url, outcome);
        ready(seen).boxed()
    }
}

impl Archive for World {
    fn look_up<'a>(&'a self, queries: Vec<Query>, told: &'a Told<'a>) -> BoxFuture<'a, ()> {
        for query in queries {
            self.looked_up.lock().unwrap().push(query.url.to_string());
            let held = self.captures.contains_key(query.url.as_str());
            let fails = self.failing.lock().unwrap().iter().any(|url| url == query.url.as_str());
            let lookup = match held {
                _ if fails => Lookup::Failed("the archive is down".to_owned()),
                true => Lookup::Found(snapshot(&query.url)),
                false => Lookup::Absent,
            };
            told(query, lookup);
        }
        ready(()).boxed()
    }

    fn look_into<'a>(
        &'a self,
        query: &'a Query,
        snapshot: &'a Snapshot,
        good: &'a Judge<'a>,
    ) -> BoxFuture<'a, Lookup> {
        let shows = good(&answer(&query.url, self.captures.get(query.url.as_str())));
        ready(if shows { Lookup::Found(snapshot.clone()) } else { Lookup::Absent }).boxed()
    }

    fn trace<'a>(&'a self, _: Vec<Lost<'a>>, _: &'a Traced<'a>) -> BoxFuture<'a, ()> {
        ready(()).boxed()
    }

    fn holds(&self, _: &Snapshot) -> bool {
        true
    }

    fn waiting_for(&self) -> Option<String> {
        None
    }
}

fn day(number: i64) -> Timestamp {
    Timestamp::UNIX_EPOCH + SignedDuration::from_hours(24 * number)
}

/// Audits a report with these notes on a day.
async fn audit_on(now: Timestamp, notes: &[&str], world: &Arc<World>, store: &Arc<Store>) -> Audit {
    audit_until(CancellationToken::new(), now, notes, world, store).await
}

/// The same in a run that `stop` ends.
async fn audit_until(
    stop: CancellationToken,
    now: Timestamp,
    notes: &[&str],
    world: &Arc<World>,
    store: &Arc<Store>,
) -> Audit {
    let stages = Stages {
        web: world.clone(),
        archive: Some(world.clone()),
        store: store.clone(),
        clock: Arc::new(FixedClock(now)),
        progress: Arc::new(Silent),
        stop,
    };
    let options = Options {
        include: RegexSet::empty(),
        exclude: RegexSet::empty(),
        max_age: MaxAge::default(),
        accept: BTreeSet::new(),
        offline: false,
        keep_text: false,
        archive: true,
        citation_style: CitationStyle::default(),
        reading: Reading::default(),
        host_concurrency: 2,
        max_in_flight: 8,
    };
    let body: String = (1..=notes.len()).map(|note| format!("A claim.{note} ")).collect();
    let notes: String = notes.iter().enumerate().map(|(at, note)| format!("{} {note}\n", at + 1)).collect();
    let text = format!("Report\n\n{body}\n\n\n{notes}");
    run(vec![Input::bytes("report.txt", text.into_bytes())], stages, options).await
}

async fn audit(note: &str, world: World) -> (Audit, Arc<World>) {
    let (world, store) = (Arc::new(world), Arc::new(Store::in_memory().unwrap()));
    (audit_on(day(0), &[note], &world, &store).await, world)
}

fn details<'a>(finding: &'a Finding, signal: &str) -> Vec<&'a str> {
    let facts = finding.check.value.evidence.iter();
    facts.filter(|fact| fact.signal == signal).map(|fact| fact.detail.as_str()).collect()
}

const TITLED: &str = "“The Harbour Crane,” The Harbour Paper, 2 July 2013,";

/// Two readings: with the hyphen at the line end, which comes first, and without.
const BROKEN: &str = "http://paper.example/kran-\nbau.html.";
const FIRST: &str = "http://paper.example/kran-bau.html";
const SECOND: &str = "http://paper.example/kranbau.html";

#[tokio::test]
async fn a_near_miss_that_answers_is_offered_and_not_taken() {
    let world = World::default().page("http://paper.example/crane", "The Harbour Crane");
    let (audit, _) = audit(&format!("{TITLED} http://paper.example/crane7."), world).await;
    let finding = &audit.findings[0];
    assert_eq!((finding.check.value.reason, finding.archive), (Reason::Http404, ArchiveStatus::NotArchived));
    assert_eq!(finding.check.value.taken, None);
    assert_eq!(
        details(finding, "never-archived"),
        ["no archive has a copy of this source at this address, so it may be misprinted"]
    );
    assert_eq!(
        details(finding, "near-miss"),
        [
            "http://paper.example/crane (without the note number at its end) answers: 1.00: cited “The Harbour \
          Crane”, the page has “The Harbour Crane”"
        ]
    );
    assert_eq!(
        audit.run.remarks,
        [
            "No archive has a copy of the source of one dead address (note 1): make sure that it is printed as it was meant."
        ]
    );
}

#[tokio::test]
async fn near_misses_that_are_no_better_are_counted_and_not_tried_again() {
    let (world, store) = (Arc::new(World::default()), Arc::new(Store::in_memory().unwrap()));
    let note = format!("{TITLED} http://paper.example/News/Crane7.");
    let first = audit_on(day(0), &[&note], &world, &store).await;
    assert_eq!(
        details(&first.findings[0], "never-archived"),
        [
            "no archive has a copy of this source at this address, so it may be misprinted; 2 near misses of it were tried and are \
          not there either"
        ]
    );
    assert_eq!((world.asked().len(), world.looked_up().len()), (3, 1));
    assert_eq!(
        *world.second_voices.lock().unwrap(),
        1,
        "the near misses are asked in the voice that was answered"
    );
    let second = audit_on(day(0), &[&note], &world, &store).await;
    assert_eq!((world.asked().len(), world.looked_up().len()), (0, 0));
    assert_eq!(details(&second.findings[0], "never-archived").len(), 1);
}

#[tokio::test]
async fn an_archived_source_is_not_suspected() {
    let world = World::default().capture("http://paper.example/crane7", "The Harbour Crane");
    let (audit, world) = audit(&format!("{TITLED} http://paper.example/crane7."), world).await;
    assert_eq!(details(&audit.findings[0], "never-archived"), Vec::<&str>::new());
    assert_eq!(world.asked().len(), 1);
}

#[tokio::test]
async fn the_reading_that_answers_is_taken_and_looked_up() {
    let world = World::default().page(SECOND, "The Harbour Crane").capture(SECOND, "The Harbour Crane");
    let (audit, _) = audit(&format!("{TITLED} {BROKEN}"), world).await;
    let finding = &audit.findings[0];
    assert_eq!(finding.check.value.verdict, Verdict::Alive);
    assert_eq!(finding.check.value.taken.as_ref().map(Url::as_str), Some(SECOND));
    assert_eq!(finding.archive, ArchiveStatus::Archived);
    assert_eq!(
        details(finding, "other-reading"),
        ["the address as first read is dead (http-404); this reading answers"]
    );
}

#[tokio::test]
async fn the_reading_that_is_archived_is_taken_where_none_answers() {
    let world = World::default().capture(SECOND, "The Harbour Crane");
    let (audit, _) = audit(&format!("{TITLED} {BROKEN}"), world).await;
    let finding = &audit.findings[0];
    assert_eq!((finding.check.value.verdict, finding.archive), (Verdict::Dead, ArchiveStatus::Archived));
    assert_eq!(finding.check.value.taken.as_ref().map(Url::as_str), Some(SECOND));
    assert_eq!(
        details(finding, "other-reading")[0],
        format!("no reading answers; {SECOND} is the one an archive has kept")
    );
    let replacement = finding.replacement.as_deref().unwrap();
    assert!(replacement.contains(&format!("{SECOND}, archived 3 July 2013 at https://")), "{replacement}");
    assert_eq!(details(finding, "never-archived"), Vec::<&str>::new());
}

#[tokio::test]
async fn a_capture_of_something_else_decides_no_reading() {
    let world = World::default().capture(SECOND, "Page not found");
    let (audit, _) = audit(&format!("{TITLED} {BROKEN}"), world).await;
    let finding = &audit.findings[0];
    assert_eq!((finding.check.value.taken.as_ref(), finding.archive), (None, ArchiveStatus::NotArchived));
}

#[tokio::test]
async fn an_archived_reading_outranks_one_that_only_answers() {
    let world = World::default().page(SECOND, "Cranes").capture(FIRST, "The Harbour Crane");
    let (audit, _) = audit(BROKEN, world).await;
    let finding = &audit.findings[0];
    assert_eq!((finding.check.value.verdict, finding.archive), (Verdict::Dead, ArchiveStatus::Archived));
    assert_eq!(finding.check.value.taken, None);
    assert!(
        details(finding, "other-reading")[0].starts_with(&format!("{SECOND} answers, but nothing on it"))
    );
}

/// The finding of a note that gives an archive copy, of a web that has the copy and nothing else.
async fn copied(place: &str) -> Finding {
    let copy = "https://web.archive.org/web/20130702154509/http://paper.example/1";
    let world = World::default().page(copy, "The Harbour Crane");
    audit(&format!("{TITLED} {place}."), world).await.0.findings.remove(0)
}

#[tokio::test]
async fn the_authors_own_copy_has_its_distance_too() {
    let stamped = "https://web.archive.org/web/20130702154509/http://paper.example/1";
    for (place, offset) in [
        // The copy is the address itself: no archive is asked for it.
        (format!("{stamped} (accessed 3 May 2014)"), Some(-305)),
        (format!("http://paper.example/1 (accessed 3 May 2014), archived at {stamped}"), Some(-305)),
        // The address tells no time; the note does, to the day.
        (
            "http://paper.example/1 (accessed 29 June 2014), archived 27 June 2014 at https://perma.cc/AB12-CD34"
                .to_owned(),
            Some(-2),
        ),
        ("http://paper.example/1 (accessed 29 June 2014), archived at https://perma.cc/AB12-CD34".to_owned(), None),
    ] {
        let finding = copied(&place).await;
        assert_eq!((finding.archive, finding.snapshot_offset_days), (ArchiveStatus::Archived, offset), "{place}");
    }
}

const CRANE: &str = "Совет порта собрался во вторник и узнал, что старый кран до зимы не починят, хотя деньги на \
ремонт были выделены ещё два года назад. Докеры говорят, что перестали верить срокам. Инженера, который предупреждал \
о ржавчине в главном узле, весной перевели в другой отдел. Городская дума запросила протоколы, но получила справку на \
одной странице. Грузооборот за год упал на пятую часть, и две судоходные компании теперь заходят в соседний порт.";
const JAM: &str = "Для варенья берут спелые ягоды, моют их холодной водой, засыпают сахаром и оставляют на ночь под \
крышкой. Утром таз ставят на слабый огонь, снимают пенку деревянной ложкой и дают остыть трижды. Горячую массу \
раскладывают по сухим стеклянным банкам, закрывают пергаментом и хранят в тёмном прохладном погребе до весны. Яблоки \
режут тонкими дольками, лимонную цедру трут мелко, корицу добавляют щепоткой перед самым концом варки, иначе аромат \
улетучится вместе с паром.";

async fn compared(then: &str, now: &str) -> (Reason, Vec<String>) {
    let url = "http://paper.example/2013/crane";
    let world = World::default().then_and_now(url, then, now);
    let (audit, _) = audit(&format!("{TITLED} {url} (accessed 3 July 2013)."), world).await;
    let finding = &audit.findings[0];
    let details = details(finding, "capture-similarity").into_iter().map(str::to_owned).collect();
    (finding.check.value.reason, details)
}

#[tokio::test]
async fn a_page_with_a_translated_title_is_held_against_its_capture() {
    let told = |share: &str| {
        format!("{share} of the words in common: then “Тогда”, now “Сейчас” (capture of 3 July 2013)")
    };
    assert_eq!(compared(CRANE, CRANE).await, (Reason::Ok, vec![told("1.00")]));
    assert_eq!(compared(CRANE, JAM).await, (Reason::ContentDrift, vec![told("0.00")]));
}

const GALLERY: &str = "Forty plates from the survey of the lower basin, taken between March and October by the \
board's own photographer. The first ten show the sluices before the flood, the next twenty the breach and the men who \
filled it with sandbags, the last ten the new wall. Prints may be ordered from the reading room, where the negatives \
are kept in two steel cupboards. Nobody has ever asked for the fourth, which shows the mayor asleep on a heap of rope.";

#[tokio::test]
async fn a_description_in_the_place_of_a_title_is_held_against_its_capture() {
    let url = "http://paper.example/gallery/90";
    let page = |title: &str, text: &str| format!("<title>{title}</title><h1>{title}</h1><p>{text}</p>");
    let now = page("Forty plates, sheet ninety", GALLERY);
    for (then, expected) in [
        (now.clone(), Reason::Ok),
        (page("The Harbour Crane", GALLERY), Reason::ContentDrift),
        (page("Forty plates, sheet ninety", &CRANE.repeat(2)), Reason::ContentDrift),
    ] {
        let mut world = World::default();
        world.captures.insert(url.to_owned(), then.clone());
        world.pages.insert(url.to_owned(), now.clone());
        let (audit, _) = audit(&format!("{TITLED} {url} (accessed 3 July 2013)."), world).await;
        let check = &audit.findings[0].check.value;
        assert_eq!((check.verdict, check.reason), (expected.verdict(), expected), "{then}");
        assert_eq!(check.evidence[0].signal == "capture-similarity", expected == Reason::Ok);
    }
}

#[tokio::test]
async fn the_audit_says_since_when() {
    let (world, store) = (Arc::new(World::default()), Arc::new(Store::in_memory().unwrap()));
    let note = format!("{TITLED} http://paper.example/a/b.");
    for number in [0, 40] {
        audit_on(day(number), &[&note], &world, &store).await;
    }
    let audit = audit_on(day(80), &[&note], &world, &store).await;
    assert_eq!(details(&audit.findings[0], "history"), ["dead since 1970-01-01 (3 checks)"]);
}

#[tokio::test]
async fn what_could_not_be_asked_is_told_so_and_asked_first_next_time() {
    let urls = [1, 2, 3].map(|page| format!("http://paper.example/{page}"));
    let notes: Vec<String> = urls.iter().map(|url| format!("{TITLED} {url}.")).collect();
    let notes: Vec<&str> = notes.iter().map(String::as_str).collect();
    let mut world = World::default();
    for url in &urls {
        world = world.page(url, "The Harbour Crane").capture(url, "The Harbour Crane");
    }
    world.failing.lock().unwrap().push(urls[2].clone());
    let (world, store) = (Arc::new(world), Arc::new(Store::in_memory().unwrap()));
    let statuses = |audit: &Audit| audit.findings.iter().map(|it| it.archive).collect::<Vec<_>>();
    let first = audit_on(day(0), &notes, &world, &store).await;
    assert_eq!(
        statuses(&first),
        [ArchiveStatus::Archived, ArchiveStatus::Archived, ArchiveStatus::LookupFailed]
    );
    assert_eq!(world.looked_up(), urls);
    world.failing.lock().unwrap().clear();
    // After a month the others are asked again as well, but behind it.
    let second = audit_on(day(31), &notes, &world, &store).await;
    assert_eq!(statuses(&second), [ArchiveStatus::Archived; 3]);
    assert_eq!(world.looked_up(), [&urls[2], &urls[0], &urls[1]].map(String::clone));
}

#[tokio::test]
async fn a_run_fills_the_history_and_a_stopped_one_leaves_nothing() {
    let url = "http://paper.example/1";
    let note = format!("{TITLED} {url}.");
    let (world, store) = (Arc::new(World::default()), Arc::new(Store::in_memory().unwrap()));
    let history = || {
        let mut told = Vec::new();
        let each = store.each_finding(None, None, |finding| {
            told.push((finding.run_at, finding.note.clone(), finding.url.clone(), finding.reason));
            Ok::<(), StoreError>(())
        });
        each.map(|()| told).unwrap()
    };
    let stop = CancellationToken::new();
    stop.cancel();
    audit_until(stop, day(0), &[&note], &world, &store).await;
    assert_eq!(history(), []);
    let audit = audit_on(day(1), &[&note], &world, &store).await;
    let reason = audit.findings[0].check.value.reason;
    assert_eq!(history(), [(day(1), Some("1".to_owned()), url.to_owned(), reason)]);
}
