use std::path::Path;

use crate::runner::{Ran as _, Runner};

#[test]
fn an_audit_tells_its_outputs_and_runs_nothing_of_a_name() {
    let Some(runner) = Runner::new() else { return };
    let name = "a $(touch pwned) 'q\"; .md";
    let note = "Claim.[^1]\n\n[^1]: “S,” The Outlet, May 3, 2013, https://a.example/1.\n";
    runner.write(&format!("work/{name}"), note);
    let program = Path::new(env!("CARGO_BIN_EXE_ibid"));
    runner.program("ibid", &format!("exec '{}' \"$@\"\n", program.display()));
    runner
        .script("audit.sh")
        .env("IBID_DOCUMENTS", name)
        .env("IBID_ARGUMENTS", "--offline\n")
        .env("IBID_FORMATS", "json,summary")
        .env("IBID_OUTPUT", "output")
        .env("IBID_FAIL_ON", "unsure")
        .ends(2);
    assert!(!runner.path("work/pwned").exists());
    assert_eq!(
        runner.read("out"),
        "exit-code=2\nfolder=output\njson=output/audit.json\ncitations=1\nalive=0\nmoved=0\nchanged=0\n\
         dead=0\nrestricted=0\nunsure=1\nskipped=0\nsummary=output/audit.summary.md\n"
    );
}

#[test]
fn lists_reach_the_program_a_line_each_and_may_be_empty() {
    let Some(runner) = Runner::new() else { return };
    runner.program("ibid", "printf '<%s>' \"$@\" >> args; echo >> args\n");
    let run = |documents: &str, arguments: &str| {
        runner
            .script("audit.sh")
            .env("IBID_DOCUMENTS", documents)
            .env("IBID_ARGUMENTS", arguments)
            .env("IBID_FORMATS", "csv")
            .env("IBID_OUTPUT", "out put")
            .env("IBID_FAIL_ON", "none")
            .ends(0)
    };
    run("", "");
    run("-a.md\n\n b.md \n", "--header\nX: 'y'\n");
    let begin = "<audit><--format><csv><--output><out put><--fail-on><none>";
    assert_eq!(
        runner.read("work/args"),
        format!("{begin}<-->\n{begin}<--header><X: 'y'><--><-a.md>< b.md >\n")
    );
}
