//! The scripts of the GitHub Action and of the workflows, run in a plain shell with the runner's
//! variables.
#![cfg(target_os = "linux")]

#[path = "action/audit.rs"]
mod audit;
#[path = "action/changed.rs"]
mod changed;
#[path = "action/comment.rs"]
mod comment;
#[path = "action/install.rs"]
mod install;
#[path = "action/runner.rs"]
mod runner;
