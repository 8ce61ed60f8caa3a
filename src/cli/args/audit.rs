//! `ibid audit`.

use clap::Args;

use super::{ArchiveArgs, BehaviourArgs, InputArgs, NetworkArgs, OutputArgs, SavingArgs, StoreArgs};

const AFTER_HELP: &str = "\
Every long flag is also a key of ibid.toml, which is looked for in the working folder and upward: \
`timeout = \"20s\"`, `exclude = [\"^https://intern\\\\.\"]`, `offline = true`. A flag wins over the \
file. Files that a .ibidignore names (same rules as .gitignore) are not audited.

Honoured from the environment: HTTP_PROXY, HTTPS_PROXY, NO_PROXY, SSL_CERT_FILE, NO_COLOR, \
CLICOLOR, CLICOLOR_FORCE; IA_ACCESS_KEY and IA_SECRET_KEY for --save.

Exit codes: 0 nothing to fail on; 1 the run itself failed, or a document could not be read; \
2 findings with a verdict of --fail-on; 3 bad usage or configuration; 130 stopped by Ctrl-C, with \
what was known written.";

/// Everything that can be said about an audit, by heading.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct AuditArgs {
    #[command(flatten)]
    pub(crate) input: InputArgs,
    #[command(flatten)]
    pub(crate) output: OutputArgs,
    #[command(flatten)]
    pub(crate) network: NetworkArgs,
    #[command(flatten)]
    pub(crate) archive: ArchiveArgs,
    #[command(flatten)]
    pub(crate) saving: SavingArgs,
    #[command(flatten)]
    pub(crate) store: StoreArgs,
    #[command(flatten)]
    pub(crate) behaviour: BehaviourArgs,
}
