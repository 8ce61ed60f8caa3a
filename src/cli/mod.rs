//! The command line: what was typed becomes a plan, the plan is carried out, and the terminal is
//! told. The only module that knows clap, writes to the terminal, or ends the process.
//!
//! ```text
//! args       what was typed                 config     what ibid.toml adds to it
//! plan       what is to be done, valid      inputs     the documents
//! commands   a file a command               conduct    one run, from the store to the reports
//! terminal   stdout, stderr and the gate    progress   what is shown meanwhile
//! ```

mod actions;
mod args;
mod baseline;
mod carry;
mod closest;
mod commands;
mod conduct;
mod config;
mod exit;
mod failure;
mod folder;
mod inputs;
mod parse;
mod plan;
mod progress;
mod run;
mod runtime;
mod since;
mod summary;
mod terminal;
mod value;

pub use run::main;
