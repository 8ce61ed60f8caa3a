//! Marking the lines.

use super::super::lines::Line;
use super::{paged, unpaged};

/// Marks the lines that are page furniture.
pub(in super::super) fn mark(lines: &mut [Line]) {
    let told = lines.last().is_some_and(|line| line.page > 1);
    let furniture = if told { paged::furniture(lines) } else { unpaged::furniture(lines) };
    for at in furniture {
        lines[at].furniture = true;
    }
}
