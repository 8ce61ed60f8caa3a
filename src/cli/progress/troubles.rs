//! What goes wrong over and over is told once: a full disk fails every link of a run.

use std::collections::HashSet;

/// After so many different troubles the rest is left to the log.
const MOST: usize = 20;

/// The troubles that were told.
#[derive(Debug, Default)]
pub(super) struct Troubles(HashSet<String>);

impl Troubles {
    /// Whether this one is news.
    pub(super) fn is_news(&mut self, message: &str) -> bool {
        self.0.len() < MOST && self.0.insert(message.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_told_once_and_not_too_many() {
        let mut troubles = Troubles::default();
        assert!(troubles.is_news("no space"));
        assert!(!troubles.is_news("no space"));
        let told = (0..1000).filter(|number| troubles.is_news(&number.to_string())).count();
        assert_eq!(told, MOST - 1);
    }
}
