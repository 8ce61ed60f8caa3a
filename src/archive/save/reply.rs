//! What Save Page Now answers. Everything is read as if it could be anything: refusals come with
//! HTTP 200, errors as pages of HTML.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;

use super::codes::{Class, class, is_forgotten};
use crate::archive::timestamp;
use crate::archive::trouble::{Trouble, short, status_text};
use crate::web::Answer;

/// A refusal, in the archive's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refusal {
    /// What it means.
    pub(super) class: Class,
    /// The word and the sentence.
    pub(super) why: String,
}

/// The answer to a request for a job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Submitted {
    /// Taken, or taken within the last hour already.
    Job(String),
    /// There is a capture from just now, and no job.
    Already(Option<String>),
    /// Not taken.
    Refused(Refusal),
    /// The keys are wrong.
    NoLogin(String),
}

/// The answer to what became of a job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Progress {
    /// Not ended.
    Pending,
    /// Captured.
    Done {
        /// When.
        time: Timestamp,
        /// The captured address, as the archive writes it.
        original: Option<String>,
    },
    /// Not captured.
    Failed(Refusal),
    /// The archive does not know the job any more, or says something that tells nothing.
    Forgotten(String),
}

/// What an account may still do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Account {
    /// Jobs that may be begun at this moment.
    pub available: Option<u64>,
    /// Captures that are left for today.
    pub left_today: Option<u64>,
}

#[derive(Deserialize)]
struct Body {
    job_id: Option<Value>,
    status: Option<String>,
    status_ext: Option<String>,
    exception: Option<Value>,
    message: Option<String>,
    timestamp: Option<Value>,
    original_url: Option<String>,
    http_status: Option<Value>,
    available: Option<u64>,
    daily_captures: Option<u64>,
    daily_captures_limit: Option<u64>,
}

impl Body {
    fn of(answer: &Answer) -> Result<Self, Trouble> {
        serde_json::from_slice(&answer.body).map_err(|_| garbled(answer))
    }

    /// The message, fit to be shown.
    fn message(&self) -> Option<String> {
        self.message.as_deref().map(long).filter(|text| !text.is_empty())
    }

    /// The job's name, whatever its form.
    fn job(&self) -> Option<String> {
        match self.job_id.as_ref()? {
            Value::String(id) if !id.trim().is_empty() => Some(id.trim().to_owned()),
            Value::Number(id) => Some(id.to_string()),
            _ => None,
        }
    }

    fn is_error(&self) -> bool {
        self.status.as_deref() == Some("error") || self.status_ext.is_some()
    }

    fn word(&self) -> String {
        let exception = self.exception.as_ref().and_then(Value::as_str);
        let word = self.status_ext.as_deref().or(exception).unwrap_or("error");
        short(word.trim().strip_prefix("error:").unwrap_or(word))
    }

    fn refusal(&self) -> Refusal {
        let word = self.word();
        let why = match self.message() {
            Some(message) => format!("{word}: {message}"),
            None => word.clone(),
        };
        Refusal { class: class(&word), why }
    }
}

fn long(text: &str) -> String {
    const LONGEST: usize = 300;
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(LONGEST).collect();
    line.trim().to_owned()
}

fn garbled(answer: &Answer) -> Trouble {
    if answer.status != 200 {
        return Trouble::Question(status_text(answer));
    }
    let text = short(&String::from_utf8_lossy(&answer.body));
    Trouble::passing(format!("an answer that is none: {text:?}"))
}

fn no_login(answer: &Answer) -> Option<String> {
    let said = Body::of(answer).ok().and_then(|body| body.message());
    matches!(answer.status, 401 | 403).then(|| said.unwrap_or_else(|| status_text(answer)))
}

/// Reads the answer to a request for a job.
///
/// # Errors
/// If it is not the service that answers.
pub(super) fn submitted(answer: &Answer) -> Result<Submitted, Trouble> {
    if let Some(why) = no_login(answer) {
        return Ok(Submitted::NoLogin(why));
    }
    let body = Body::of(answer)?;
    if body.is_error() {
        return Ok(Submitted::Refused(body.refusal()));
    }
    match (body.job(), &body.job_id) {
        (Some(job), _) => Ok(Submitted::Job(job)),
        // `"job_id": null`, or no job and a message.
        (None, None) if body.message.is_none() => Err(garbled(answer)),
        (None, _) if answer.status == 200 => Ok(Submitted::Already(body.message())),
        (None, _) => Err(Trouble::Question(status_text(answer))),
    }
}

/// Reads the answer to what became of a job.
///
/// # Errors
/// If it is not the service that answers.
pub(super) fn progress(answer: &Answer) -> Result<Progress, Trouble> {
    if answer.status == 404 {
        return Ok(Progress::Forgotten("the archive does not know the job any more".to_owned()));
    }
    let body = Body::of(answer)?;
    Ok(match body.status.as_deref() {
        Some("pending") => Progress::Pending,
        Some("success") => done(&body),
        Some("error") if is_forgotten(&body.word()) => {
            Progress::Forgotten("the archive does not know the job any more".to_owned())
        }
        Some("error") => Progress::Failed(body.refusal()),
        _ => return Err(garbled(answer)),
    })
}

fn done(body: &Body) -> Progress {
    let status = body.http_status.as_ref().and_then(Value::as_u64);
    if let Some(status) = status.filter(|status| *status >= 400) {
        let why = format!("the archive captured an error page (HTTP {status})");
        return Progress::Failed(Refusal { class: Class::Lasting, why });
    }
    let digits = match &body.timestamp {
        Some(Value::String(digits)) => digits.clone(),
        Some(Value::Number(digits)) => digits.to_string(),
        _ => String::new(),
    };
    match timestamp::parse(&digits) {
        Some(time) => Progress::Done { time, original: body.original_url.clone() },
        None => Progress::Forgotten("the archive says that it captured the page, but not when".to_owned()),
    }
}

/// Reads the answer to what the account may still do; none if the keys are wrong.
///
/// # Errors
/// If it is not the service that answers.
pub(super) fn account(answer: &Answer) -> Result<Result<Account, String>, Trouble> {
    if let Some(why) = no_login(answer) {
        return Ok(Err(why));
    }
    let body = Body::of(answer)?;
    let left_today = body.daily_captures_limit.map(|limit| {
        let made = body.daily_captures.unwrap_or_default();
        limit.saturating_sub(made)
    });
    Ok(Ok(Account { available: body.available, left_today }))
}
