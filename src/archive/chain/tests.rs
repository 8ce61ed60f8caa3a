use std::collections::HashMap;

use url::Url;

use super::*;
use crate::model::Span;

/// An archive of fixed answers.
struct Fixed {
    name: &'static str,
    answers: HashMap<&'static str, Lookup>,
    good: bool,
    asked: Mutex<Vec<String>>,
}

impl Fixed {
    fn new(name: &'static str, answers: &[(&'static str, Lookup)], good: bool) -> Arc<Self> {
        let answers = answers.iter().cloned().collect();
        Arc::new(Self { name, answers, good, asked: Mutex::default() })
    }
}

impl Archive for Fixed {
    fn look_up<'a>(&'a self, queries: Vec<Query>, told: &'a Told<'a>) -> BoxFuture<'a, ()> {
        for query in queries {
            self.asked.lock().expect("no panic").push(query.url.path().to_owned());
            let lookup = self.answers.get(query.url.path()).cloned().unwrap_or(Lookup::Absent);
            told(query, lookup);
        }
        async {}.boxed()
    }

    fn look_into<'a>(
        &'a self,
        _: &'a Query,
        snapshot: &'a Snapshot,
        _: &'a Judge<'a>,
    ) -> BoxFuture<'a, Lookup> {
        let lookup = if self.good { Lookup::Found(snapshot.clone()) } else { Lookup::Absent };
        async { lookup }.boxed()
    }

    fn trace<'a>(&'a self, lost: Vec<Lost<'a>>, told: &'a Traced<'a>) -> BoxFuture<'a, ()> {
        for lost in lost {
            let last = if self.good { "2016-04-01T00:00:00Z" } else { "2018-04-01T00:00:00Z" };
            told(&lost.query, Span { first: lost.snapshot.time, last: last.parse().expect("a time") });
        }
        async {}.boxed()
    }

    fn holds(&self, snapshot: &Snapshot) -> bool {
        snapshot.url.host_str() == Some(self.name)
    }

    fn waiting_for(&self) -> Option<String> {
        Some(format!("{}: 1 look-up queued", self.name))
    }
}

fn found(archive: &str, path: &str) -> Lookup {
    Lookup::Found(Snapshot {
        url: format!("http://{archive}/20130701000000/http://gazette.example{path}")
            .parse()
            .expect("an address"),
        time: "2013-07-01T00:00:00Z".parse().expect("a time"),
        original: format!("http://gazette.example{path}"),
        status: Some(200),
        verified: false,
        span: None,
    })
}

fn failed() -> Lookup {
    Lookup::Failed("down".to_owned())
}

fn query(path: &str) -> Query {
    Query { url: Url::parse(&format!("http://gazette.example{path}")).expect("an address"), reference: None }
}

async fn answers(chain: &Chain, paths: &[&str]) -> HashMap<String, Lookup> {
    let answers = Mutex::new(Vec::new());
    let hear = |query: Query, lookup| {
        answers.lock().expect("no panic").push((query.url.path().to_owned(), lookup));
    };
    chain.look_up(paths.iter().map(|path| query(path)).collect(), &hear).await;
    let answers = answers.into_inner().expect("no panic");
    assert_eq!(answers.len(), paths.len(), "each is answered once");
    answers.into_iter().collect()
}

#[tokio::test]
async fn the_next_is_asked_for_what_the_first_has_not() {
    let first = Fixed::new(
        "one.example",
        &[
            ("/a", found("one.example", "/a")),
            ("/b", failed()),
            ("/c", Lookup::Excluded),
            ("/d", Lookup::Excluded),
        ],
        true,
    );
    let second = Fixed::new(
        "two.example",
        &[("/c", found("two.example", "/c")), ("/e", found("two.example", "/e"))],
        true,
    );
    let chain = Chain::new(vec![first, second.clone()]);
    let answers = answers(&chain, &["/a", "/b", "/c", "/d", "/e", "/f"]).await;
    assert_eq!(answers["/a"], found("one.example", "/a"));
    assert_eq!(answers["/b"], failed());
    assert_eq!(answers["/c"], found("two.example", "/c"));
    assert_eq!(answers["/d"], Lookup::Excluded);
    assert_eq!(answers["/e"], found("two.example", "/e"));
    assert_eq!(answers["/f"], Lookup::Absent);
    assert_eq!(*second.asked.lock().expect("no panic"), ["/c", "/d", "/e", "/f"]);
    let waiting = "one.example: 1 look-up queued; two.example: 1 look-up queued";
    assert_eq!(chain.waiting_for().as_deref(), Some(waiting));
}

#[tokio::test]
async fn bad_captures_of_the_first_send_on_to_the_next() {
    let first = Fixed::new("one.example", &[("/a", found("one.example", "/a"))], false);
    let second = Fixed::new("two.example", &[("/a", found("two.example", "/a"))], true);
    let chain = Chain::new(vec![first, second]);
    let Lookup::Found(snapshot) = found("one.example", "/a") else { panic!("found") };
    let lookup = chain.look_into(&query("/a"), &snapshot, &|_| true).await;
    assert_eq!(lookup, found("two.example", "/a"));
}

#[tokio::test]
async fn the_archive_that_holds_a_capture_is_the_one_to_look() {
    let first = Fixed::new("one.example", &[], false);
    let second = Fixed::new("two.example", &[], true);
    let chain = Chain::new(vec![first.clone(), second]);
    let Lookup::Found(snapshot) = found("two.example", "/a") else { panic!("found") };
    assert_eq!(chain.look_into(&query("/a"), &snapshot, &|_| true).await, found("two.example", "/a"));
    assert!(first.asked.lock().expect("no panic").is_empty());
}

#[tokio::test]
async fn each_archive_traces_what_it_holds() {
    let chain = Chain::new(vec![Fixed::new("one.example", &[], false), Fixed::new("two.example", &[], true)]);
    let lost = |archive: &str, path: &str| {
        let Lookup::Found(snapshot) = found(archive, path) else { panic!("found") };
        Lost { query: query(path), snapshot, good: Box::new(|_| true) }
    };
    let heard = Mutex::new(Vec::new());
    let hear = |query: &Query, span: Span| {
        heard.lock().expect("no panic").push((query.url.path().to_owned(), span.last.to_string()));
    };
    let all = vec![lost("two.example", "/a"), lost("one.example", "/b"), lost("else.example", "/c")];
    chain.trace(all, &hear).await;
    let heard = heard.into_inner().expect("no panic");
    let expected = [("/b", "2018-04-01T00:00:00Z"), ("/a", "2016-04-01T00:00:00Z")];
    assert_eq!(heard, expected.map(|(path, last)| (path.to_owned(), last.to_owned())));
}

#[tokio::test]
async fn an_empty_chain_holds_nothing() {
    let chain = Chain::new(Vec::new());
    assert_eq!(answers(&chain, &["/a"]).await["/a"], Lookup::Absent);
}
