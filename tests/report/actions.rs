use ibid::model::Verdict;
use ibid::report::{Action, actions};

use crate::sample::{audit, compared, nothing};

#[test]
fn what_needs_action_comes_worst_first() {
    let actions = actions(&audit());
    let told: Vec<_> = actions
        .iter()
        .map(|action| {
            let Action { document, place, verdict, work, advice, capture, .. } = action;
            let capture = capture.as_ref().map(|(when, _)| when.as_str());
            (document.as_str(), place.as_str(), *verdict, work.as_str(), *advice, capture)
        })
        .collect();
    let (river, press) = ("reports/river-dams.txt", "reports/press_freedom.md");
    assert_eq!(
        told,
        [
            (river, "Footnote 13", Verdict::Dead, "gone.example", "Replace the source", None),
            (
                river,
                "Footnote 12, page 4",
                Verdict::Dead,
                "“Dam No. 42 Ready, “On Time””",
                "Cite the archived copy",
                Some("archived 3 July 2013")
            ),
            (
                river,
                "Endnote iv",
                Verdict::Changed,
                "ledger.example/story?id=7&page=2",
                "Cite the archived copy",
                Some("archived 12 January 2009")
            ),
            (press, "In the text, line 7", Verdict::Moved, "“Annual Survey”", "Update the address", None),
            (press, "Footnote b", Verdict::Restricted, "guarded.example/a", "Look at it yourself", None),
            (
                press,
                "Footnote c",
                Verdict::Unsure,
                "busy.example/today",
                "Check again later",
                Some("saved 2 March 2026")
            ),
            (press, "Bibliography entry 2", Verdict::Alive, "alive.example/a-b", "Save it now", None),
        ]
    );
    assert_eq!(actions[1].address.as_deref(), Some("http://www.vesti-reki.example/news/2013/dam-42.html"));
    assert_eq!(actions[1].reason, "The server says that there is no such page (404 Not Found).");
    assert_eq!(ibid::report::actions(&nothing()), []);
}

#[test]
fn what_is_new_since_an_earlier_audit_is_told() {
    let actions = actions(&compared());
    let dead: Vec<_> = actions.iter().filter(|action| action.verdict == Verdict::Dead).collect();
    assert_eq!(dead[1].change.as_deref(), Some("Newly dead: was alive on 3 July 2025."));
    assert!(ibid::report::actions(&audit()).iter().all(|action| action.change.is_none()));
}
