//! The binary from outside: exit codes, what goes to stdout and what to stderr. Nothing here asks
//! a network.

#[path = "cli/audit.rs"]
mod audit;
#[path = "cli/explain.rs"]
mod explain;
#[path = "cli/export.rs"]
mod export;
#[path = "cli/extract.rs"]
mod extract;
#[cfg(unix)]
#[path = "cli/interrupt.rs"]
mod interrupt;
#[path = "cli/project.rs"]
mod project;
#[path = "cli/save.rs"]
mod save;
#[path = "cli/usage.rs"]
mod usage;
