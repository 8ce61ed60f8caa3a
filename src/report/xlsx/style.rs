//! How the workbook looks: colours that help, beside words that suffice without them.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::model::{Advice, Verdict};
use crate::report::table::Column;

/// Fill and text of a verdict's cell: dark on light, a contrast of at least 7:1 (WCAG 2.2, 1.4.6).
pub(super) fn verdict(verdict: Verdict) -> Format {
    let (fill, text) = match verdict {
        Verdict::Alive => (0x00DF_F2E1, 0x000B_4A1B),
        Verdict::Moved => (0x00DD_EBF9, 0x000B_3A6B),
        Verdict::Changed => (0x00FB_E3CF, 0x006B_2F00),
        Verdict::Dead => (0x00F9_D9D9, 0x0073_1010),
        Verdict::Restricted => (0x00EA_E2F6, 0x0041_2271),
        Verdict::Unsure => (0x00FD_F3C7, 0x0055_4200),
        Verdict::Skipped => (0x00EC_ECEC, 0x0040_4040),
    };
    let format = body().set_background_color(Color::RGB(fill)).set_font_color(Color::RGB(text));
    if verdict == Verdict::Dead { format.set_bold() } else { format }
}

/// The colour of a verdict's bar in the chart.
pub(super) fn bar(verdict: Verdict) -> Color {
    Color::RGB(match verdict {
        Verdict::Alive => 0x0037_8B4A,
        Verdict::Moved => 0x002F_6FB0,
        Verdict::Changed => 0x00D0_7A2C,
        Verdict::Dead => 0x00B3_2D2D,
        Verdict::Restricted => 0x007B_57B5,
        Verdict::Unsure => 0x00C7_A41C,
        Verdict::Skipped => 0x008C_8C8C,
    })
}

/// Bold where the editor has to act.
pub(super) fn advice(advice: Advice) -> Format {
    if advice == Advice::Keep { body() } else { body().set_bold() }
}

/// A plain cell.
pub(super) fn body() -> Format {
    Format::new().set_align(FormatAlign::Top)
}

/// A cell whose text begins like a formula: Excel keeps it a text even when it is edited.
pub(super) fn quoted() -> Format {
    body().set_quote_prefix()
}

/// A link.
pub(super) fn link() -> Format {
    Format::new().set_hyperlink().set_align(FormatAlign::Top)
}

/// A day.
pub(super) fn day() -> Format {
    body().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left)
}

/// A point in time.
pub(super) fn instant() -> Format {
    body().set_num_format("yyyy-mm-dd hh:mm:ss").set_align(FormatAlign::Left)
}

/// The head of a column.
pub(super) fn header() -> Format {
    Format::new()
        .set_bold()
        .set_background_color(Color::RGB(0x0026_3238))
        .set_font_color(Color::White)
        .set_border_bottom(FormatBorder::Thin)
}

/// The head of one of the editor's columns.
pub(super) fn editor_header() -> Format {
    header().set_background_color(Color::RGB(0x0000_5F56))
}

/// A cell that the editor fills in.
pub(super) fn editor() -> Format {
    body().set_background_color(Color::RGB(0x00F2_FAF8)).set_text_wrap()
}

/// The heading of the summary.
pub(super) fn title() -> Format {
    Format::new().set_bold().set_font_size(16)
}

/// A longer text in the summary.
pub(super) fn remark() -> Format {
    body().set_text_wrap()
}

/// The width of a column, in characters.
pub(super) fn width(column: Column) -> f64 {
    match column {
        Column::Note | Column::Page | Column::Line => 6.0,
        Column::Kind | Column::Published | Column::Accessed | Column::HttpStatus => 11.0,
        Column::Verdict | Column::Archive | Column::Advice => 14.0,
        Column::SnapshotOffsetDays => 12.0,
        Column::Reason | Column::CheckedAt | Column::SnapshotTime | Column::Source => 19.0,
        Column::Document | Column::AsPrinted => 24.0,
        Column::Title | Column::FinalUrl | Column::SnapshotUrl => 36.0,
        Column::Url => 44.0,
        Column::Replacement | Column::Context => 60.0,
    }
}
