//! The markers that speak for notes, by the way the notes are labelled.
//!
//! Laws and lists are full of numbers in round brackets and in circles, and texts of `i`, so these are heard
//! only for notes that are labelled alike: `(12) Text`, `xii Text`, `①Text`.

use super::candidate::{self, Candidate};
use super::label::Family;
use super::lines::Line;
use super::sequence::Markers;

/// All that may be markers.
#[derive(Debug)]
pub(super) struct Evidence {
    markers: Markers,
    /// The same with numbers in round brackets, where notes are labelled so.
    closed: Option<Markers>,
    /// The same with Roman numerals, where notes are labelled so.
    roman: Option<Markers>,
    /// The same with the numbers of eastern texts, where notes are labelled so.
    eastern: Option<Markers>,
}

/// What else than numbers glued to words, or set raised, may be markers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Further {
    None,
    Closed,
    Roman,
    Eastern,
}

impl Evidence {
    /// Looks through a text whose notes may be labelled in the ways that `labelled` tells. Numbers above
    /// `limit` count nothing.
    pub(super) fn of(lines: &[Line], limit: u32, labelled: impl Fn(Family) -> bool) -> Self {
        let of = |family, further| labelled(family).then(|| markers(lines, limit, further));
        Self {
            markers: markers(lines, limit, Further::None),
            closed: of(Family::Closed, Further::Closed),
            roman: of(Family::Roman, Further::Roman),
            eastern: of(Family::Eastern, Further::Eastern),
        }
    }

    /// What may be markers of notes that are labelled so.
    pub(super) fn of_family(&self, family: Family) -> &Markers {
        let own = match family {
            Family::Closed => self.closed.as_ref(),
            Family::Roman => self.roman.as_ref(),
            Family::Eastern => self.eastern.as_ref(),
            _ => None,
        };
        own.unwrap_or(&self.markers)
    }
}

fn markers(lines: &[Line], limit: u32, further: Further) -> Markers {
    let mut markers = Markers::new(limit);
    let raised = raised(lines);
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.printed()) {
        let mut own: Vec<Candidate> = Vec::new();
        candidate::scan_raised(at as u32, line, &mut |candidate| own.push(candidate));
        let set = own.len();
        candidate::scan_linked(at as u32, line, !raised, &mut |candidate| {
            let known =
                own[..set].iter().any(|other| candidate.start < other.end && other.start < candidate.end);
            if !known {
                own.push(candidate);
            }
        });
        let set = own.len();
        candidate::scan(at as u32, line.text, &mut |mut candidate| {
            let overlaps = |other: &Candidate| candidate.start < other.end && other.start < candidate.end;
            if own[..set].iter().any(overlaps) {
                return;
            }
            if raised && !candidate.bracketed {
                candidate.weight /= 4;
            }
            own.push(candidate);
        });
        match further {
            Further::None => {}
            Further::Closed => {
                candidate::scan_closed(at as u32, line.text, &mut |candidate| own.push(candidate));
            }
            // What is set raised is known already.
            Further::Roman => candidate::scan_roman(at as u32, line.text, &mut |candidate| {
                let known =
                    own.iter().any(|other| other.start < candidate.end && candidate.start < other.end);
                if !known {
                    own.push(candidate);
                }
            }),
            // Digits within brackets have been seen without them.
            Further::Eastern => candidate::scan_eastern(at as u32, line.text, &mut |candidate| {
                let overlaps = |other: &Candidate| other.start < candidate.end && candidate.start < other.end;
                if own[..set].iter().any(overlaps) {
                    return;
                }
                own.retain(|other| !overlaps(other));
                own.push(candidate);
            }),
        }
        own.sort_by_key(|candidate| candidate.start);
        for candidate in own {
            markers.push(candidate);
        }
    }
    markers
}

/// Whether the markers of a text are set raised: three that follow on each other are.
fn raised(lines: &[Line]) -> bool {
    let mut seen = std::collections::BTreeSet::new();
    for line in lines.iter().filter(|line| line.printed()) {
        candidate::scan_raised(0, line, &mut |candidate| {
            seen.insert(candidate.value);
        });
    }
    seen.iter().any(|value| seen.contains(&(value + 1)) && seen.contains(&(value + 2)))
}
