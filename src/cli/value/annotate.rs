//! Whose build server is told.

use clap::ValueEnum;

/// A word of `--annotate`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Annotate {
    /// GitHub's, if this is a run of GitHub Actions.
    Auto,
    /// GitHub's.
    Github,
    /// Nobody's.
    None,
}

impl Annotate {
    /// Whether GitHub is told; `actions` is the variable `GITHUB_ACTIONS`.
    pub(crate) fn github(self, actions: Option<&str>) -> bool {
        match self {
            Self::Auto => actions == Some("true"),
            Self::Github => true,
            Self::None => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn github_is_told_where_it_is_or_where_it_is_wanted() {
        let told = |word: Annotate| [None, Some("true"), Some("false")].map(|actions| word.github(actions));
        assert_eq!(told(Annotate::Auto), [false, true, false]);
        assert_eq!(told(Annotate::Github), [true; 3]);
        assert_eq!(told(Annotate::None), [false; 3]);
    }
}
