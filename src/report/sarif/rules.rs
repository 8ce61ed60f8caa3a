//! A rule for each reason, with its explanation as the help text.

use serde_json::json;
use serde_sarif::sarif::{
    MultiformatMessageString, PropertyBag, ReportingConfiguration, ReportingDescriptor,
};
use strum::IntoEnumIterator;

use crate::model::{Reason, Verdict};
use crate::report::Topic;

/// The rules, in the order of the reasons.
pub(super) fn rules() -> Vec<ReportingDescriptor> {
    Reason::iter().map(rule).collect()
}

/// The place of a reason's rule among them.
pub(super) fn index(reason: Reason) -> i64 {
    reason as i64
}

/// `error`, `warning` or `note`: only what is lost is an error.
pub(super) fn level(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Dead => "error",
        Verdict::Changed | Verdict::Moved => "warning",
        Verdict::Alive | Verdict::Restricted | Verdict::Unsure | Verdict::Skipped => "note",
    }
}

fn rule(reason: Reason) -> ReportingDescriptor {
    let explanation = Topic::Reason(reason).explanation();
    let (means, how, next) = (explanation.means, explanation.how, explanation.next);
    let words = |text: String, markdown: String| {
        MultiformatMessageString::builder().text(text).markdown(markdown).build()
    };
    let plain = |text: String| MultiformatMessageString::builder().text(text).build();
    let tags = vec!["citations".to_owned(), reason.verdict().to_string()];
    ReportingDescriptor::builder()
        .id(reason.to_string())
        .name(pascal(reason.into()))
        .short_description(plain(means.to_owned()))
        .full_description(plain(format!("{means} {how}")))
        .help(words(
            format!("{means}\n\nHow ibid came to it: {how}\n\nWhat to do: {next}"),
            format!("{means}\n\n**How ibid came to it.** {how}\n\n**What to do.** {next}"),
        ))
        .default_configuration(
            ReportingConfiguration::builder().level(json!(level(reason.verdict()))).build(),
        )
        .properties(
            PropertyBag::builder()
                .tags(tags)
                .additional_properties(std::collections::BTreeMap::new())
                .build(),
        )
        .build()
}

/// `http-404` as `Http404`: rules have names without hyphens.
fn pascal(name: &str) -> String {
    name.split('-')
        .flat_map(|part| {
            let mut letters = part.chars();
            letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters)
        })
        .collect()
}
