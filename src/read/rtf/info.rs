//! What a document says of itself.

use crate::model::PartialDate;

/// A day being told: `\yr2013\mo7\dy2`.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Day {
    year: i32,
    month: i32,
    in_month: i32,
}

impl Day {
    fn date(self) -> Option<PartialDate> {
        PartialDate::new(
            self.year.try_into().ok()?,
            Some(self.month.try_into().ok()?),
            Some(self.in_month.try_into().ok()?),
        )
    }
}

/// What a document says of itself.
#[derive(Debug, Default)]
pub(super) struct Info {
    pub(super) title: String,
    pub(super) begun: Day,
    pub(super) saved: Day,
}

impl Info {
    /// Takes in `\yr`, `\mo` and `\dy` of one of the days.
    pub(super) fn set(day: &mut Day, word: &str, number: i32) {
        match word {
            "yr" => day.year = number,
            "mo" => day.month = number,
            "dy" => day.in_month = number,
            _ => {}
        }
    }

    /// The title, if there is one.
    pub(super) fn title(&self) -> Option<String> {
        let title = self.title.split_whitespace().collect::<Vec<_>>().join(" ");
        (!title.is_empty()).then_some(title)
    }

    /// When the document was last saved, else when it was begun.
    pub(super) fn date(&self) -> Option<PartialDate> {
        self.saved.date().or_else(|| self.begun.date())
    }
}
