use crate::project::Project;

#[test]
fn a_word_is_explained_in_three_parts() {
    let ended = Project::new().run(&["explain", "HTTP-404"]);
    ended.code(0);
    let headings: Vec<&str> =
        ended.stdout.lines().filter(|line| !line.is_empty() && !line.starts_with(' ')).collect();
    assert_eq!(
        headings,
        ["http-404 (reason of the verdict dead)", "What it means", "How ibid came to it", "What to do"]
    );
    assert!(ended.stdout.contains("  The server says that there is no such page (404 Not Found).\n"));
    assert!(ended.stdout.lines().all(|line| line.chars().count() <= 80), "{}", ended.stdout);
}

#[test]
fn a_word_with_two_meanings_has_both_explained() {
    let ended = Project::new().run(&["explain", "saved"]);
    ended.code(0);
    let headings: Vec<&str> = ended.stdout.lines().filter(|line| line.starts_with("saved")).collect();
    assert_eq!(headings, ["saved (answer of the archive)", "saved (receipt of saving)"]);
}

#[test]
fn without_a_word_all_are_listed() {
    let ended = Project::new().run(&["explain"]);
    ended.code(0);
    for word in [
        "Verdicts",
        " dead ",
        "Reasons",
        " soft-404 ",
        "Advice",
        " cite-archive ",
        "Answers of the archive",
        " not-archived ",
        "Changes since an earlier audit",
        " newly-dead ",
        "Receipts of saving",
        " already-archived ",
    ] {
        assert!(ended.stdout.contains(word), "{word} is missing in\n{}", ended.stdout);
    }
}

#[test]
fn an_unknown_word_gets_the_closest_one() {
    let ended = Project::new().run(&["explain", "http-44"]);
    ended.code(3).says(&[
        "error: there is no explanation of \"http-44\"",
        "hint: did you mean http-404? `ibid explain` lists the words",
    ]);
    Project::new().run(&["explain", "zzz"]).code(3).says(&["hint: `ibid explain` lists the words"]);
}
