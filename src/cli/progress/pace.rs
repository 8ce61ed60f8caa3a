//! How fast links are checked, and how long the rest will take.

use std::time::Duration;

use super::counts::Counts;

/// Without a verdict for this long, the past says nothing about the rest: an estimate would only
/// grow with the wait.
const STILL: Duration = Duration::from_secs(5);

/// `4.1/s, 2 min left`; nothing where there is nothing to go by. `still` is how long ago the last
/// verdict was.
pub(super) fn pace(counts: &Counts, elapsed: Duration, still: Duration) -> Option<String> {
    let left = counts.links?.saturating_sub(counts.checked);
    if counts.asked == 0 || left == 0 || elapsed.is_zero() || still >= STILL {
        return None;
    }
    let asked = u32::try_from(counts.asked).unwrap_or(u32::MAX);
    let each = elapsed / asked;
    let eta = each.saturating_mul(u32::try_from(left).unwrap_or(u32::MAX));
    let per_second = f64::from(asked) / elapsed.as_secs_f64();
    Some(format!("{per_second:.1}/s, {}", time_left(eta)))
}

/// `2 min left`.
fn time_left(eta: Duration) -> String {
    match eta.as_secs() {
        0 => "1 s left".to_owned(),
        seconds @ 1..60 => format!("{seconds} s left"),
        seconds @ 60..3600 => format!("{} min left", seconds.div_ceil(60)),
        seconds => format!("{} h {} min left", seconds / 3600, seconds % 3600 / 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_is_told_as_people_do() {
        for (seconds, words) in
            [(0, "1 s left"), (15, "15 s left"), (61, "2 min left"), (7300, "2 h 1 min left")]
        {
            assert_eq!(time_left(Duration::from_secs(seconds)), words);
        }
    }

    #[test]
    fn while_nothing_moves_nothing_is_foretold() {
        let counts = Counts { links: Some(12), checked: 11, asked: 11, ..Counts::default() };
        let after = |still| pace(&counts, Duration::from_secs(10), Duration::from_secs(still));
        assert_eq!(after(0).as_deref(), Some("1.1/s, 1 s left"));
        assert_eq!(after(5), None);
        let done = Counts { checked: 12, ..counts };
        assert_eq!(pace(&done, Duration::from_secs(10), Duration::ZERO), None);
        assert_eq!(pace(&Counts::default(), Duration::from_secs(10), Duration::ZERO), None);
    }
}
