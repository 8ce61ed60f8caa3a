//! What was typed: flags and subcommands as clap reads them, not yet what a run is to do (that is
//! the plan). A heading of `--help` is a file here.
//!
//! Every long flag of `ibid audit` is also a key of `ibid.toml`; the configuration is read through
//! these definitions, so that neither can know a flag that the other does not.

mod archive;
mod audit;
mod behaviour;
mod command;
mod export;
mod input;
mod loudness;
mod network;
mod output;
mod save;
mod saving;
mod store;

pub(crate) use archive::ArchiveArgs;
pub(crate) use audit::AuditArgs;
pub(crate) use behaviour::BehaviourArgs;
pub(crate) use command::{Cli, Command, DemoArgs, ExtractArgs, command};
pub(crate) use export::ExportArgs;
pub(crate) use input::InputArgs;
pub(crate) use loudness::LoudnessArgs;
pub(crate) use network::NetworkArgs;
pub(crate) use output::OutputArgs;
pub(crate) use save::{SAVE, SaveArgs, of_save};
pub(crate) use saving::SavingArgs;
pub(crate) use store::StoreArgs;
