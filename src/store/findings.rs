//! The findings of each run: what an audit said of every citation, so that a later one can be held
//! against it and a desk can follow rot over years.
//!
//! A citation stays the same over many runs, so its words are kept once and told by their digest;
//! addresses are rows of `links`. A finding is then a short row. Pages and lines move without the
//! citation's changing, and are the finding's.

use jiff::Timestamp;
use rusqlite::{Row, Transaction, params};
use sha2::{Digest, Sha256};

use super::error::StoreError;
use super::key::address;
use super::open::Store;
use super::runs::RunId;
use super::values::{optional_word, time, word};
use crate::model::{Baseline, Citation, DocumentSummary, Earlier, Finding, Lookup, PastFinding};

/// How the store is called as a baseline.
const NAME: &str = "the last run in the store";

impl Store {
    /// Adds what a run found: all of it or nothing; committed when this returns. Secrets are masked.
    /// Documents that could not be read are left out: nothing is known of their citations.
    ///
    /// # Errors
    /// If it cannot be written ([`StoreError`]).
    pub fn record_findings(
        &self,
        run: RunId,
        documents: &[DocumentSummary],
        findings: &[Finding],
    ) -> Result<(), StoreError> {
        self.write(|transaction| {
            for document in documents.iter().filter(|document| document.error.is_none()) {
                let id = document_id(transaction, &document.masked().name)?;
                transaction
                    .prepare_cached("INSERT OR IGNORE INTO audited (document, run) VALUES (?1, ?2)")?
                    .execute([id, run.0])?;
            }
            for (position, finding) in findings.iter().enumerate() {
                insert(transaction, run, position, finding)?;
            }
            Ok(())
        })
    }

    /// What the newest run that read it found in each document; none if no run has read any.
    ///
    /// # Errors
    /// If it cannot be read ([`StoreError`]).
    pub fn baseline(&self) -> Result<Option<Baseline>, StoreError> {
        self.read(|connection| {
            let documents = connection
                .prepare("SELECT DISTINCT name FROM audited JOIN documents ON documents.id = document")?
                .query_map([], |row| row.get(0))?
                .collect::<rusqlite::Result<Vec<String>>>()?;
            let citations = connection
                .prepare(
                    "SELECT documents.name, c.note, c.kind, l.url, c.printed, c.title, c.context,
                            f.verdict, f.reason, f.checked_at, f.archive
                     FROM (SELECT document, max(run) AS run FROM audited GROUP BY document) AS newest
                     JOIN findings AS f ON f.document = newest.document AND f.run = newest.run
                     JOIN documents ON documents.id = f.document
                     JOIN citations AS c ON c.id = f.citation
                     JOIN links AS l ON l.id = c.link
                     ORDER BY f.document, f.position",
                )?
                .query_map([], earlier)?
                .filter_map(understood)
                .collect::<rusqlite::Result<_>>()?;
            let baseline = Baseline { name: NAME.to_owned(), documents, citations };
            Ok(Some(baseline).filter(|baseline| !baseline.documents.is_empty()))
        })
    }

    /// Tells every finding of the runs that began in a span of time (`since` is in it, `until` is
    /// not), run by run, in the order of the documents. One at a time: there may be millions.
    ///
    /// # Errors
    /// If the store cannot be read ([`StoreError`]); what `told` says ends the telling.
    pub fn each_finding<E: From<StoreError>>(
        &self,
        since: Option<Timestamp>,
        until: Option<Timestamp>,
        mut told: impl FnMut(&PastFinding) -> Result<(), E>,
    ) -> Result<(), E> {
        let micros = |time: Option<Timestamp>, open: i64| time.map_or(open, Timestamp::as_microsecond);
        let span = params![micros(since, i64::MIN), micros(until, i64::MAX)];
        let mut stopped = None;
        self.read(|connection| {
            let mut statement = connection.prepare(HISTORY)?;
            let findings = statement.query_map(span, past)?.filter_map(understood);
            for finding in findings {
                if let Err(error) = told(&finding?) {
                    stopped = Some(error);
                    break;
                }
            }
            Ok(())
        })?;
        stopped.map_or(Ok(()), Err)
    }
}

/// Runs are gone through first, and the findings of each in their order (`CROSS JOIN` has `SQLite` keep to
/// it): left to itself it would sort millions of rows before it gave the first.
pub(super) const HISTORY: &str = "
    SELECT r.id, r.started_at, r.version, d.name, c.note, c.kind, f.page, f.line, l.url, c.title, c.source,
           c.published, c.accessed, f.verdict, f.reason, f.status, final.url, f.checked_at, f.archive,
           s.url, f.snapshot_at, f.distance, f.advice
    FROM runs AS r
    CROSS JOIN findings AS f ON f.run = r.id
    JOIN documents AS d ON d.id = f.document
    JOIN citations AS c ON c.id = f.citation
    JOIN links AS l ON l.id = c.link
    LEFT JOIN links AS final ON final.id = f.final
    LEFT JOIN links AS s ON s.id = f.snapshot
    WHERE r.started_at >= ?1 AND r.started_at < ?2
    ORDER BY r.id, f.position";

fn insert(
    transaction: &Transaction<'_>,
    run: RunId,
    position: usize,
    finding: &Finding,
) -> rusqlite::Result<()> {
    let masked = finding.masked();
    let (check, citation) = (&masked.check.value, &masked.citation);
    let snapshot = match masked.lookup.as_ref().map(|known| &known.value) {
        Some(Lookup::Found(snapshot)) => Some(snapshot),
        _ => None,
    };
    let link = |url: Option<&str>| url.map(|url| address(transaction, url, url)).transpose();
    transaction
        .prepare_cached(
            "INSERT INTO findings (run, position, document, citation, page, line, verdict, reason, status,
                 final, checked_at, archive, snapshot, snapshot_at, distance, advice)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
        )?
        .execute(params![
            run.0,
            position as i64,
            document_id(transaction, &citation.document)?,
            citation_id(transaction, citation)?,
            citation.page,
            citation.line,
            <&str>::from(check.verdict),
            <&str>::from(check.reason),
            check.http_status,
            link(check.final_url.as_ref().map(url::Url::as_str))?,
            check.checked_at.as_microsecond(),
            <&str>::from(masked.archive),
            link(snapshot.map(|snapshot| snapshot.url.as_str()))?,
            snapshot.map(|snapshot| snapshot.time.as_microsecond()),
            masked.snapshot_offset_days,
            <&str>::from(masked.advice),
        ])
        .map(drop)
}

fn document_id(transaction: &Transaction<'_>, name: &str) -> rusqlite::Result<i64> {
    transaction
        .prepare_cached("INSERT INTO documents (name) VALUES (?1) ON CONFLICT (name) DO NOTHING")?
        .execute([name])?;
    transaction
        .prepare_cached("SELECT id FROM documents WHERE name = ?1")?
        .query_one([name], |row| row.get(0))
}

/// The row of a citation's words, made if there is none.
fn citation_id(transaction: &Transaction<'_>, citation: &Citation) -> rusqlite::Result<i64> {
    let url = citation.url.as_deref().unwrap_or_default();
    let published = citation.published.map(|date| date.to_string());
    let accessed = citation.accessed.map(|date| date.to_string());
    let words = [
        citation.note.as_deref(),
        Some(citation.kind.into()),
        Some(url),
        citation.as_printed.as_deref(),
        citation.title.as_deref(),
        citation.source.as_deref(),
        published.as_deref(),
        accessed.as_deref(),
        citation.context.as_deref(),
    ];
    let key = digest(&words);
    let known = transaction
        .prepare_cached("SELECT id FROM citations WHERE key = ?1")?
        .query_map([key], |row| row.get(0))?
        .next()
        .transpose()?;
    if let Some(id) = known {
        return Ok(id);
    }
    let [note, kind, _, printed, title, source, published, accessed, context] = words;
    transaction
        .prepare_cached(
            "INSERT INTO citations (key, note, kind, link, printed, title, source, published, accessed, context)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        )?
        .insert(params![
            key,
            note,
            kind,
            address(transaction, url, url)?,
            printed,
            title,
            source,
            published,
            accessed,
            context
        ])
}

/// Every word with its length, so that no two citations read alike.
fn digest(words: &[Option<&str>]) -> [u8; 16] {
    let mut digest = Sha256::new();
    for word in words {
        digest.update(word.map_or(u64::MAX, |word| word.len() as u64).to_le_bytes());
        digest.update(word.unwrap_or_default());
    }
    let digest: [u8; 32] = digest.finalize().into();
    let mut key = [0; 16];
    key.copy_from_slice(&digest[..16]);
    key
}

fn earlier(row: &Row<'_>) -> rusqlite::Result<Earlier> {
    Ok(Earlier {
        document: row.get(0)?,
        note: row.get(1)?,
        kind: word(row, 2)?,
        url: row.get(3)?,
        as_printed: row.get(4)?,
        title: row.get(5)?,
        context: row.get(6)?,
        verdict: word(row, 7)?,
        reason: word(row, 8)?,
        checked_at: time(row, 9)?,
        archive: word(row, 10)?,
    })
}

fn past(row: &Row<'_>) -> rusqlite::Result<PastFinding> {
    let moment: Option<i64> = row.get(20)?;
    Ok(PastFinding {
        run: row.get(0)?,
        run_at: time(row, 1)?,
        version: row.get(2)?,
        document: row.get(3)?,
        note: row.get(4)?,
        kind: word(row, 5)?,
        page: row.get(6)?,
        line: row.get(7)?,
        url: row.get(8)?,
        title: row.get(9)?,
        source: row.get(10)?,
        published: optional_word(row, 11)?,
        accessed: optional_word(row, 12)?,
        verdict: word(row, 13)?,
        reason: word(row, 14)?,
        http_status: row.get(15)?,
        final_url: row.get(16)?,
        checked_at: time(row, 17)?,
        archive: word(row, 18)?,
        snapshot_url: row.get(19)?,
        snapshot_time: moment.map(|_| time(row, 20)).transpose()?,
        snapshot_offset_days: row.get(21)?,
        advice: word(row, 22)?,
    })
}

/// None for a row in words of a later version.
fn understood<T>(row: rusqlite::Result<T>) -> Option<rusqlite::Result<T>> {
    super::values::understood(row).transpose()
}
