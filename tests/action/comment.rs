use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use crate::runner::{Ran as _, Runner};

const TOKEN: &str = "k4NaRy0-token";

/// A curl that reaches nobody: it writes down the question, keeps the body that was sent, and answers
/// with the file `METHOD-PAGE`, or fails as curl does where there is none.
const CURL: &str = r#"
config="$(cat)"; method='' output='' body=''
printf '<%s>' "$@" >> arguments
while [ $# -gt 1 ]; do
    case "$1" in
        --request) method="$2" ;; --output) output="$2" ;; --data-binary) body="${2#@}" ;;
    esac
    shift
done
echo "$method ${1#https://api.example/repos/}" >> asked
printf '%s' "$config" > config
[ -z "$body" ] || cp "$body" "sent-$method"
answer="$method-${1##*page=}"
case "$method" in GET) ;; *) answer="$method" ;; esac
if [ ! -f "$answer" ]; then echo "curl: (22) The requested URL returned error: 403" >&2; exit 22; fi
cp "$answer" "$output"
"#;

/// A runner with that curl and a summary.
fn runner(summary: &str) -> Option<Runner> {
    let runner = Runner::new()?;
    runner.program("curl", CURL);
    runner.write("work/summary.md", summary);
    Some(runner)
}

/// The script, with all it needs.
fn comment(runner: &Runner) -> Command {
    let mut script = runner.script("comment.sh");
    script
        .env("GITHUB_API_URL", "https://api.example")
        .env("GITHUB_REPOSITORY", "o/r")
        .env("GITHUB_TOKEN", TOKEN)
        .env("IBID_ISSUE", "7")
        .env("IBID_SUMMARY", "summary.md");
    script
}

fn answer(runner: &Runner, name: &str, answer: &Value) {
    runner.write(&format!("work/{name}"), answer.to_string());
}

/// The text of the comment that was sent.
fn sent(runner: &Runner, method: &str) -> String {
    let body: Value = serde_json::from_str(&runner.read(&format!("work/sent-{method}"))).expect("JSON");
    assert_eq!(body.as_object().map(serde_json::Map::len), Some(1));
    body["body"].as_str().expect("a text").to_owned()
}

fn by(kind: &str, id: u32, body: &str) -> Value {
    json!({ "id": id, "user": { "type": kind }, "body": body })
}

#[test]
fn the_first_run_posts_and_the_next_updates_the_same_comment() {
    let text = "## Citation audit\n\n“Ü–日本” \\n `code` $(x) %0A \"q\" 'a' @b <!-- c -->\t\u{1f4a5}\n";
    let Some(runner) = runner(text) else { return };
    answer(&runner, "GET-1", &json!([by("User", 1, "Thanks!")]));
    answer(&runner, "POST", &json!({}));
    assert_eq!(comment(&runner).ends(0), "");
    let posted = sent(&runner, "POST");
    assert_eq!(posted, format!("<!-- ibid-audit -->\n{text}"));
    answer(&runner, "GET-1", &json!([by("User", 1, "Thanks!"), by("Bot", 22, &posted)]));
    answer(&runner, "PATCH", &json!({}));
    runner.write("work/summary.md", "Better now.");
    assert_eq!(comment(&runner).ends(0), "");
    assert_eq!(sent(&runner, "PATCH"), "<!-- ibid-audit -->\nBetter now.");
    assert_eq!(
        runner.read("work/asked"),
        "GET o/r/issues/7/comments?per_page=100&page=1\nPOST o/r/issues/7/comments\n\
         GET o/r/issues/7/comments?per_page=100&page=1\nPATCH o/r/issues/comments/22\n"
    );
}

#[test]
fn the_token_is_no_argument_that_other_processes_see() {
    let Some(runner) = runner("x") else { return };
    answer(&runner, "GET-1", &json!([]));
    answer(&runner, "POST", &json!({}));
    comment(&runner).ends(0);
    assert_eq!(runner.read("work/config"), format!("header = \"Authorization: Bearer {TOKEN}\""));
    assert!(!runner.read("work/arguments").contains(TOKEN));
}

#[test]
fn a_stranger_who_writes_the_marker_is_not_taken_for_the_bot() {
    let Some(runner) = runner("x") else { return };
    answer(&runner, "GET-1", &json!([by("User", 1, "<!-- ibid-audit -->\nhello")]));
    answer(&runner, "POST", &json!({}));
    comment(&runner).ends(0);
    assert_eq!(sent(&runner, "POST"), "<!-- ibid-audit -->\nx");
}

#[test]
fn the_comment_is_found_on_a_later_page() {
    let Some(runner) = runner("x") else { return };
    let full: Vec<Value> = (0..100).map(|id| by("User", id, "talk")).collect();
    answer(&runner, "GET-1", &Value::Array(full));
    answer(&runner, "GET-2", &json!([by("Bot", 5, "another bot"), by("Bot", 6, "<!-- ibid-audit -->\nold")]));
    answer(&runner, "PATCH", &json!({}));
    comment(&runner).ends(0);
    assert_eq!(
        runner.read("work/asked"),
        "GET o/r/issues/7/comments?per_page=100&page=1\nGET o/r/issues/7/comments?per_page=100&page=2\n\
         PATCH o/r/issues/comments/6\n"
    );
}

#[test]
fn without_what_it_takes_nobody_is_asked() {
    let Some(runner) = runner("x") else { return };
    for (name, value, said) in [
        ("GITHUB_TOKEN", "", "no token to comment with"),
        ("IBID_ISSUE", "", "no issue to comment on"),
        ("IBID_ISSUE", "7; touch pwned", "no issue to comment on"),
        ("IBID_SUMMARY", "", "no summary to comment with"),
        ("IBID_SUMMARY", "nosuch.md", "no summary to comment with"),
    ] {
        assert_eq!(comment(&runner).env(name, value).ends(0), format!("::notice title=ibid::{said}\n"));
    }
    assert!(!runner.path("work/asked").exists() && !runner.path("work/pwned").exists());
}

/// The token of a fork's pull request may read and not write; the service may be down.
#[test]
fn a_refusal_is_told_and_fails_nothing() {
    let refused = |answers: &[(&str, &str)]| {
        let runner = runner("x")?;
        for (name, answer) in answers {
            runner.write(&format!("work/{name}"), answer);
        }
        Some(comment(&runner).ends(0))
    };
    let old = by("Bot", 6, "<!-- ibid-audit -->\nold").to_string();
    let old = format!("[{old}]");
    for (answers, said) in [
        (&[][..], "the comment could not be looked for"),
        (&[("GET-1", "<html>Unicorn!")], "the comment could not be looked for: the answer is none"),
        (&[("GET-1", "{\"message\": \"?\"}")], "the comment could not be looked for: the answer is none"),
        (&[("GET-1", "[]")], "the comment could not be made"),
        (&[("GET-1", &old)], "the comment could not be updated"),
    ] {
        let Some(ended) = refused(answers) else { return };
        assert_eq!(ended, format!("::notice title=ibid::{said}\n"));
    }
}

/// GitHub refuses comments of more than 65,536 characters.
#[test]
fn the_summary_of_a_long_audit_fits_a_comment() {
    let Some(runner) = runner("") else { return };
    let title = "Ein sehr langer Titel über Zäune, 日本語 ".repeat(4);
    let notes: String = (1..=600)
        .map(|note| format!("Claim.[^{note}]\n\n[^{note}]: “{title}{note},” The Outlet, 3 May 2013, https://a.example/{note}.\n\n"))
        .collect();
    runner.write("work/long.md", notes);
    let audit = Command::new(Path::new(env!("CARGO_BIN_EXE_ibid")))
        .args(["audit", "--offline", "--format", "summary", "--fail-on", "none", "--quiet", "long.md"])
        .current_dir(runner.path("work"))
        .env_remove("GITHUB_ACTIONS")
        .status();
    assert!(audit.expect("the program can be started").success());
    answer(&runner, "GET-1", &json!([]));
    answer(&runner, "POST", &json!({}));
    comment(&runner).env("IBID_SUMMARY", "output/audit.summary.md").ends(0);
    let posted = sent(&runner, "POST");
    let (shown, length) = (posted.matches("| long.md").count(), posted.len());
    assert!((10..600).contains(&shown) && length <= 60_100, "{shown} rows, {length} bytes");
    let left = format!("{} of 600 citations that need action had no room here", 600 - shown);
    assert!(posted.contains(&left), "{}", &posted[posted.len() - 300..]);
}
