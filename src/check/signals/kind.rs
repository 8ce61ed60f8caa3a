//! A cited file that answers with a page.

use crate::check::address;
use crate::check::case::{Case, Kind};
use crate::check::ruling::{Ruling, listed};
use crate::model::Reason;

/// Extensions of documents and data, with nothing a page could be.
const FILES: &str = "
    pdf doc docx rtf odt xls xlsx ods csv ppt pptx odp zip rar gz 7z tar epub djvu ps jpg jpeg png gif tif
    tiff mp3 mp4 wav avi mov
";

/// The address names a file, the answer is a page that neither speaks of the work nor shows the
/// file: the landing page of a repository does the one, a viewer the other.
pub(super) fn type_changed(case: &Case<'_>) -> Option<Ruling> {
    let extension = address::extension(case.requested)?;
    let page = case.kind == Kind::Html && listed(FILES, &extension);
    if !page || case.speaks_of_work() || case.page.embeds_document {
        return None;
    }
    let detail = format!("a .{extension} was cited, a page answers: “{}”", case.page.title);
    Some(Ruling::new(Reason::TypeChanged, detail))
}
