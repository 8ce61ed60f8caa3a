//! An audit of any size, of the usual mix: for measures and for the browser.

use ibid::model::{
    Advice, ArchiveStatus, Audit, BlockKind, Check, Citation, DocumentSummary, Evidence, Finding, Format,
    Hop, Kind, Known, Lookup, Marked, MarkedText, NoteText, Paragraph, Reason, Run, Snapshot, Transcript,
};
use jiff::Timestamp;
use url::Url;

/// What twenty sources in a row come to.
const MIX: [(Reason, Advice, bool); 20] = [
    (Reason::Ok, Advice::Keep, true),
    (Reason::Http404, Advice::CiteArchive, true),
    (Reason::Ok, Advice::Keep, true),
    (Reason::MovedPermanently, Advice::UpdateUrl, true),
    (Reason::Ok, Advice::SaveNow, false),
    (Reason::Ok, Advice::Keep, true),
    (Reason::BotChallenge, Advice::VerifyByHand, true),
    (Reason::Ok, Advice::Keep, true),
    (Reason::DnsNotFound, Advice::ReplaceSource, false),
    (Reason::Timeout, Advice::CheckAgain, true),
    (Reason::Ok, Advice::Keep, true),
    (Reason::Soft404, Advice::CiteArchive, true),
    (Reason::Ok, Advice::Keep, true),
    (Reason::Ok, Advice::Keep, true),
    (Reason::Ok, Advice::Keep, true),
    (Reason::Ok, Advice::Keep, true),
    (Reason::Http404, Advice::ReplaceSource, false),
    (Reason::Ok, Advice::Keep, true),
    (Reason::Ok, Advice::Keep, true),
    (Reason::Ok, Advice::Keep, true),
];

fn time(text: &str) -> Timestamp {
    text.parse().expect("a time")
}

fn url(text: &str) -> Url {
    Url::parse(text).expect("an address")
}

fn finding(index: usize) -> Finding {
    let (reason, advice, is_archived) = MIX[index % MIX.len()];
    let address = format!("http://www.outlet-{}.example/news/2013/07/story-number-{index}.html", index % 97);
    let citation = Citation {
        document: format!("reports/chapter-{}.md", index / 1000 + 1),
        note: Some((index % 1000 + 1).to_string()),
        kind: Kind::Footnote,
        page: None,
        line: Some(index as u32 % 1000 + 4000),
        url: Some(address.clone()),
        as_printed: Some(address.clone()),
        title: Some(format!("The Ministry Answers Questions on Case {index}")),
        source: Some("Outlet Weekly".to_owned()),
        published: "2013-07".parse().ok(),
        accessed: "2013-07-21".parse().ok(),
        context: Some(format!(
            "In July the ministry answered {index} questions about the dam for the first time."
        )),
        candidates: vec![address.clone()],
        refers_to: None,
        title_translated: None,
        author: None,
        archived: None,
        location: None,
        language: None,
    };
    let copy = url(&format!("https://web.archive.example/web/20130722101500/{address}"));
    let moved =
        (reason == Reason::MovedPermanently).then(|| url(&address.replace("http://www.", "https://")));
    let check = Check {
        http_status: Some(200),
        final_url: Some(moved.clone().unwrap_or_else(|| url(&address))),
        evidence: vec![Evidence {
            signal: "status".to_owned(),
            detail: "the answer was as expected".to_owned(),
        }],
        hops: moved.iter().map(|_| Hop { url: url(&address), status: 301 }).collect(),
        attempts: 1,
        ..Check::without_asking(reason, time("2026-03-02T10:20:30Z"))
    };
    let snapshot = Snapshot {
        url: copy.clone(),
        time: time("2013-07-22T10:15:00Z"),
        original: address.clone(),
        status: Some(200),
        verified: false,
        span: None,
    };
    let lookup = if is_archived { Lookup::Found(snapshot) } else { Lookup::Absent };
    let replacement = match advice {
        Advice::CiteArchive => Some(format!(
            "“The Ministry Answers,” Outlet Weekly, July 2013, {address}, archived 22 July 2013 at {copy}"
        )),
        Advice::UpdateUrl => {
            moved.map(|moved| format!("“The Ministry Answers,” Outlet Weekly, July 2013, {moved}"))
        }
        _ => None,
    };
    Finding {
        citation,
        check: Known::live(check),
        archive: ArchiveStatus::from(Some(&lookup)),
        lookup: Some(Known::live(lookup)),
        snapshot_offset_days: is_archived.then_some(1),
        advice,
        replacement,
        change: None,
    }
}

/// The text of a document whose citations are those of `findings`, one a note.
fn transcript(findings: &[Finding], first: usize) -> Transcript {
    let mut transcript = Transcript::default();
    for (at, finding) in findings.iter().enumerate() {
        let text = finding.citation.context.clone().unwrap_or_default();
        let end = text.len();
        let marks = vec![(end..end, Marked::Note(at))];
        transcript.body.push(Paragraph { kind: BlockKind::Paragraph, text: MarkedText { text, marks } });
        let before = "Outlet Weekly, July 2013, ".to_owned();
        let address = finding.citation.url.clone().unwrap_or_default();
        let text = format!("{before}{address}");
        let marks = vec![(before.len()..text.len(), Marked::Finding(first + at))];
        let label = finding.citation.note.clone().unwrap_or_default();
        transcript.notes.push(NoteText { label, kind: Kind::Footnote, text: MarkedText { text, marks } });
    }
    transcript
}

/// An audit of so many findings, with the text of its documents.
pub(crate) fn many(number: usize) -> Audit {
    let findings: Vec<Finding> = (0..number).map(finding).collect();
    let mut run = Run::default();
    for (index, chunk) in findings.chunks(1000).enumerate() {
        run.documents.push(DocumentSummary {
            name: chunk[0].citation.document.clone(),
            format: Some(Format::Markdown),
            notes: chunk.len(),
            citations: chunk.len(),
            warnings: Vec::new(),
            error: None,
        });
        run.transcripts.push(transcript(chunk, index * 1000));
    }
    Audit { run, findings }
}
