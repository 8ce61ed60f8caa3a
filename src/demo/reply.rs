//! What a demo host is asked, and what it answers.

use std::convert::Infallible;
use std::time::Duration;

use http_body_util::Full;
use hyper::body::Bytes;
use hyper::{Response, StatusCode};

/// A request as a demo host sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// `GET`, `POST`.
    pub method: String,
    /// The host that was asked, without port, lower case.
    pub host: String,
    /// Path and query.
    pub target: String,
    /// The body.
    pub body: String,
    /// The `User-Agent`.
    pub user_agent: String,
    /// The `Authorization`.
    pub authorization: String,
}

impl Request {
    /// The path without the query.
    pub fn path(&self) -> &str {
        self.target.split('?').next().unwrap_or_default()
    }
}

/// What a demo host does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// Answers.
    Page {
        /// The status.
        status: u16,
        /// Headers, `Content-Type` among them.
        headers: Vec<(&'static str, String)>,
        /// The body.
        body: Bytes,
    },
    /// Answers so much later.
    After(Duration, Box<Reply>),
    /// Takes the request and never answers.
    Hang,
    /// Takes the request and breaks the connection.
    Break,
}

impl Reply {
    /// A page of HTML.
    pub fn html(status: u16, body: impl Into<String>) -> Self {
        Self::typed(status, "text/html; charset=utf-8", body.into())
    }

    /// A JSON document.
    pub fn json(body: &serde_json::Value) -> Self {
        Self::typed(200, "application/json", body.to_string())
    }

    /// A body with its media type.
    pub fn typed(status: u16, media_type: &str, body: impl Into<Bytes>) -> Self {
        Self::Page { status, headers: vec![("content-type", media_type.to_owned())], body: body.into() }
    }

    /// A redirect.
    pub fn redirect(status: u16, to: &str) -> Self {
        Self::html(status, "").with("location", to)
    }

    /// The same with another header.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        if let Self::Page { headers, .. } = &mut self {
            headers.push((name, value.to_owned()));
        }
        self
    }

    /// The answer to send; none if the connection is to break.
    pub(super) async fn into_response(mut self) -> Option<Response<Full<Bytes>>> {
        while let Self::After(delay, reply) = self {
            tokio::time::sleep(delay).await;
            self = *reply;
        }
        match self {
            Self::Page { status, headers, body } => Some(response(status, &headers, body)),
            Self::Hang => {
                let never: Infallible = std::future::pending().await;
                match never {}
            }
            Self::Break | Self::After(..) => None,
        }
    }
}

fn response(status: u16, headers: &[(&'static str, String)], body: Bytes) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(body));
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    for (name, value) in headers {
        if let Ok(value) = value.parse() {
            response.headers_mut().append(*name, value);
        }
    }
    response
}
