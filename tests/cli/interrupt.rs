//! Ctrl-C in the middle of a run.

use std::io::Read as _;
use std::net::TcpListener;
use std::process::{Command, Stdio};

use crate::project::{Project, report};

#[test]
fn an_interrupted_run_writes_what_it_knows() {
    // A source that takes the question and never answers.
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let project =
        Project::new().file("a.md", report(&[&format!("http://{address}/silent"), "mailto:a@b.example"]));
    let mut child = Command::new(env!("CARGO_BIN_EXE_ibid"))
        .current_dir(project.root())
        .args(["audit", "--allow-net", "127.0.0.1", "--no-archive", "a.md"])
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let (_question, _) = listener.accept().unwrap();
    let killed = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(killed.success());
    let mut stderr = String::new();
    child.stderr.take().unwrap().read_to_string(&mut stderr).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(130), "{stderr}");
    assert!(stderr.contains("warning: stopping; what is known is being written"), "{stderr}");
    assert!(project.read("output/audit.csv").contains("/silent"));
}
