//! The reports: a small audit in every format, hostile text in every field, and many findings.

mod actions;
mod agreement;
mod ci;
mod compared;
mod csv;
mod hostile;
mod html;
mod json;
mod many;
mod markdown;
mod sample;
mod schema;
mod xlsx;
