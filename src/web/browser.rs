//! The second try in a browser's clothes.
//!
//! Many sites refuse whatever does not look like a browser, with these statuses or by breaking
//! the connection; a few hide behind the server's own bare "not found". Whether the page is there is
//! then best learned by asking once more as one.

use super::observation::{Answer, Failure};
use super::wire::{NoAnswer, Outcome};

/// 999 is `LinkedIn`'s own.
const BAN_STATUSES: [u16; 5] = [403, 406, 429, 503, 999];

/// Bytes up to which an error page can be the server's own: nginx's has 150, Apache's 300, that of IIS
/// 1,245.
const BARE: usize = 1300;

/// Whether `outcome` may be due to who asked.
pub(super) fn smells_of_ban(outcome: &Outcome) -> bool {
    match outcome {
        Ok(answer) => is_ban(answer) || is_bare_not_found(answer),
        Err(no_answer) => matches!(no_answer.failure, Failure::ConnectionReset(_)) && !no_answer.silence,
    }
}

/// Whether `second` tells more about the page than `first`.
pub(super) fn is_better(second: &Outcome, first: &Outcome) -> bool {
    worth(second) > worth(first)
}

fn is_ban(answer: &Answer) -> bool {
    BAN_STATUSES.contains(&answer.status)
}

/// A "not found" that is not the site's own page but the server's: firewalls hide behind it.
fn is_bare_not_found(answer: &Answer) -> bool {
    answer.status == 404 && answer.body.len() <= BARE
}

fn worth(outcome: &Outcome) -> u8 {
    match outcome {
        Err(NoAnswer { .. }) => 0,
        Ok(answer) if is_ban(answer) || answer.status >= 500 => 1,
        Ok(answer) if answer.status >= 300 => 2,
        Ok(_) => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::fake::{answer, reset, silence};

    #[test]
    fn only_refusals_smell_of_a_ban() {
        for status in [403, 406, 429, 503, 999] {
            assert!(smells_of_ban(&Ok(answer(status, &[]))), "{status}");
        }
        for status in [200, 301, 401, 405, 410, 451, 500, 502] {
            assert!(!smells_of_ban(&Ok(answer(status, &[]))), "{status}");
        }
        let not_found = |bytes| Ok(Answer { body: vec![b'x'; bytes], ..answer(404, &[]) });
        assert!(smells_of_ban(&not_found(BARE)));
        assert!(!smells_of_ban(&not_found(BARE + 1)));
        assert!(smells_of_ban(&reset()));
        assert!(!smells_of_ban(&silence()));
    }

    #[test]
    fn the_better_of_two_outcomes_is_the_one_that_tells_more() {
        let status = |status| Ok(answer(status, &[]));
        for (second, first) in [
            (status(200), status(403)),
            (status(404), status(403)),
            (status(404), status(503)),
            (status(403), reset()),
            (status(200), reset()),
        ] {
            assert!(is_better(&second, &first));
            assert!(!is_better(&first, &second));
        }
        for (second, first) in [(status(403), status(429)), (status(500), status(403)), (reset(), reset())] {
            assert!(!is_better(&second, &first));
        }
    }
}
