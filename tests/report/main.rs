//! The reports: a small audit in every format, hostile text in every field, and many findings.

mod ci;
mod csv;
mod hostile;
mod html;
mod json;
mod markdown;
mod sample;
mod xlsx;
