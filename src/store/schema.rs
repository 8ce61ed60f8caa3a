//! The schema, and how an older file becomes one of today.

use rusqlite::{Connection, TransactionBehavior};

/// Says in the file's header that it is ours: `ibid` in ASCII
/// (<https://www.sqlite.org/pragma.html#pragma_application_id>).
pub(super) const APPLICATION_ID: i64 = 0x6962_6964;

/// The steps from an empty file to today's schema; `user_version` counts those taken. A step that
/// has been released is never edited: a change is a new step.
const STEPS: &[&str] = &[
    "
    CREATE TABLE runs (
        id          INTEGER PRIMARY KEY,
        version     TEXT NOT NULL,
        started_at  INTEGER NOT NULL,
        finished_at INTEGER
    ) STRICT;

    CREATE TABLE links (
        id  INTEGER PRIMARY KEY,
        key BLOB NOT NULL UNIQUE,
        url TEXT NOT NULL
    ) STRICT;

    CREATE TABLE checks (
        id         INTEGER PRIMARY KEY,
        run        INTEGER NOT NULL REFERENCES runs,
        link       INTEGER NOT NULL REFERENCES links,
        checked_at INTEGER NOT NULL,
        verdict    TEXT NOT NULL,
        reason     TEXT NOT NULL,
        status     INTEGER,
        final_url  TEXT,
        attempts   INTEGER NOT NULL,
        evidence   TEXT NOT NULL,
        hops       TEXT NOT NULL,
        taken      TEXT
    ) STRICT;
    CREATE INDEX checks_by_link ON checks (link, checked_at);

    CREATE TABLE lookups (
        id        INTEGER PRIMARY KEY,
        run       INTEGER NOT NULL REFERENCES runs,
        link      INTEGER NOT NULL REFERENCES links,
        archive   TEXT NOT NULL,
        reference TEXT NOT NULL,
        asked_at  INTEGER NOT NULL,
        outcome   TEXT NOT NULL,
        answer    TEXT NOT NULL
    ) STRICT;
    CREATE INDEX lookups_by_question ON lookups (link, archive, reference, asked_at);

    CREATE TABLE probes (
        host    TEXT PRIMARY KEY,
        made_at INTEGER NOT NULL,
        result  TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
",
    "
    CREATE TABLE saves (
        id      INTEGER PRIMARY KEY,
        run     INTEGER NOT NULL REFERENCES runs,
        link    INTEGER NOT NULL REFERENCES links,
        service TEXT NOT NULL,
        made_at INTEGER NOT NULL,
        status  TEXT NOT NULL,
        job     TEXT,
        receipt TEXT NOT NULL
    ) STRICT;
    CREATE INDEX saves_by_question ON saves (link, service, id);
",
    "
    -- What the check was held against; of older ones nobody knows, so that none of them is found.
    ALTER TABLE checks ADD COLUMN claims BLOB;
    ALTER TABLE checks ADD COLUMN accepted INTEGER NOT NULL DEFAULT 0;
    -- What captures were held against where they were opened.
    ALTER TABLE lookups ADD COLUMN claims BLOB;
",
    "
    CREATE TABLE documents (
        id   INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE
    ) STRICT;

    CREATE TABLE audited (
        document INTEGER NOT NULL REFERENCES documents,
        run      INTEGER NOT NULL REFERENCES runs,
        PRIMARY KEY (document, run)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE citations (
        id        INTEGER PRIMARY KEY,
        key       BLOB NOT NULL UNIQUE,
        note      TEXT,
        kind      TEXT NOT NULL,
        link      INTEGER NOT NULL REFERENCES links,
        printed   TEXT,
        title     TEXT,
        source    TEXT,
        published TEXT,
        accessed  TEXT,
        context   TEXT
    ) STRICT;

    CREATE TABLE findings (
        run         INTEGER NOT NULL REFERENCES runs,
        position    INTEGER NOT NULL,
        document    INTEGER NOT NULL REFERENCES documents,
        citation    INTEGER NOT NULL REFERENCES citations,
        page        INTEGER,
        line        INTEGER,
        verdict     TEXT NOT NULL,
        reason      TEXT NOT NULL,
        status      INTEGER,
        final       INTEGER REFERENCES links,
        checked_at  INTEGER NOT NULL,
        archive     TEXT NOT NULL,
        snapshot    INTEGER REFERENCES links,
        snapshot_at INTEGER,
        distance    INTEGER,
        advice      TEXT NOT NULL,
        PRIMARY KEY (run, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX findings_by_document ON findings (document, run);
",
];

/// The newest schema version that this program knows.
pub(super) fn known_version() -> i64 {
    STEPS.len().try_into().expect("there are not 2^63 steps")
}

/// What a file says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Identity {
    /// Nothing in it yet.
    Empty,
    /// A store with this schema version.
    Store(i64),
    /// Another program's.
    Foreign,
}

/// Reads what the file says of itself; all of it at one moment, since another process may be
/// making a store of an empty file just now.
pub(super) fn identify(connection: &mut Connection) -> rusqlite::Result<Identity> {
    let moment = connection.transaction()?;
    let application: i64 = moment.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let version: i64 = moment.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let objects: i64 = moment.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    Ok(match (application, version, objects) {
        (APPLICATION_ID, version, _) => Identity::Store(version),
        (0, 0, 0) => Identity::Empty,
        _ => Identity::Foreign,
    })
}

/// Takes the steps that the file lacks. All or none: two processes that open a new file at once
/// queue here, and the second finds nothing left to do.
pub(super) fn migrate(connection: &mut Connection) -> rusqlite::Result<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let taken: i64 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    for step in STEPS.iter().skip(usize::try_from(taken).unwrap_or(usize::MAX)) {
        transaction.execute_batch(step)?;
    }
    if taken < known_version() {
        transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
        transaction.pragma_update(None, "user_version", known_version())?;
    }
    transaction.commit()
}
