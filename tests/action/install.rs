use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use crate::runner::{Ran as _, Runner};

const INTEL: &str = "x86_64-unknown-linux-musl";
const ARM: &str = "aarch64-unknown-linux-musl";

/// Publishes a release with an archive for each of the machines, each with its own program.
fn publish(runner: &Runner) {
    for target in [INTEL, ARM] {
        let archive = format!("ibid-0.1.0-{target}.tar.gz");
        let release = runner.path("releases/download/v0.1.0");
        fs::create_dir_all(&release).expect("a folder can be made");
        runner.write("pack/ibid", format!("#!/bin/sh\necho {target}\n"));
        let packed = Command::new("tar")
            .arg("-czf")
            .arg(release.join(&archive))
            .arg("-C")
            .arg(runner.path("pack"))
            .arg("ibid")
            .status();
        assert!(packed.expect("tar can be started").success());
        let sum = Command::new("sha256sum").arg(release.join(&archive)).output().expect("a checksum");
        fs::write(release.join(format!("{archive}.sha256")), sum.stdout).expect("the file can be written");
    }
}

/// The script for a version, on a machine that `uname` tells, with a cargo that installs nothing but
/// writes down how it was called.
fn install(runner: &Runner, version: &str, machine: [&str; 2]) -> Command {
    let [system, processor] = machine;
    runner.program(
        "uname",
        &format!("case $1 in -s) echo {system};; -m) echo {processor};; *) exit 9;; esac\n"),
    );
    runner.program(
        "cargo",
        "printf '<%s>' \"$@\" >> cargo\nwhile [ \"$1\" != --root ]; do shift; done\n\
         mkdir -p \"$2/bin\"; echo 'echo built' > \"$2/bin/ibid\"\n",
    );
    runner.write("action/Cargo.toml", "[package]\nname = \"ibid\"\nversion = \"0.1.0\"\n");
    let mut script = runner.script("install.sh");
    script
        .env("GITHUB_ACTION_PATH", runner.path("action"))
        .env("IBID_VERSION", version)
        .env("IBID_SHA256", "")
        .env("IBID_RELEASES", format!("file://{}", runner.path("releases/download").display()));
    script
}

/// What the program that was installed says.
fn installed(runner: &Runner) -> String {
    let said = Command::new("bash").arg(runner.path("ibid-bin/ibid")).output().expect("it can be started");
    String::from_utf8(said.stdout).expect("text")
}

#[test]
fn a_release_is_installed_if_its_checksum_is_right() {
    let Some(runner) = Runner::new() else { return };
    publish(&runner);
    let said = install(&runner, "0.1.0", ["Linux", "x86_64"]).env("IBID_SHA256", "00").ends(1);
    assert_eq!(said, "::error title=ibid::the checksum of the release is wrong; nothing was installed\n");
    assert!(!runner.path("ibid-bin/ibid").exists() && !runner.path("path").exists());
    install(&runner, "0.1.0", ["Linux", "x86_64"]).ends(0);
    assert_eq!(installed(&runner), format!("{INTEL}\n"));
    assert_eq!(runner.read("path"), format!("{}\n", runner.path("ibid-bin").display()));
    assert!(!runner.path("work/cargo").exists());
}

#[test]
fn each_machine_gets_its_own_archive() {
    let Some(runner) = Runner::new() else { return };
    publish(&runner);
    for (machine, target) in [(["Linux", "x86_64"], INTEL), (["Linux", "aarch64"], ARM)] {
        install(&runner, "0.1.0", machine).ends(0);
        assert_eq!(installed(&runner), format!("{target}\n"));
    }
    // What the runner says of itself counts before uname.
    for (processor, target) in [("X64", INTEL), ("ARM64", ARM)] {
        install(&runner, "0.1.0", ["SunOS", "sparc"])
            .env("RUNNER_OS", "Linux")
            .env("RUNNER_ARCH", processor)
            .ends(0);
        assert_eq!(installed(&runner), format!("{target}\n"));
    }
    assert!(!runner.path("work/cargo").exists());
}

#[test]
fn another_machine_builds_that_very_version() {
    let Some(runner) = Runner::new() else { return };
    publish(&runner);
    let said = install(&runner, "0.1.0", ["Linux", "riscv64"]).ends(0);
    assert_eq!(
        said,
        "ibid: no release to be had (there is none for Linux-riscv64); building version 0.1.0 from source\n"
    );
    assert_eq!(installed(&runner), "built\n");
    let called = runner.read("work/cargo");
    let own = format!("<install><--locked><--path><{}><--root>", runner.path("action").display());
    assert!(called.starts_with(&own), "{called}");
    fs::remove_file(runner.path("work/cargo")).expect("it was written");
    install(&runner, "0.2.0", ["Linux", "riscv64"]).ends(0);
    let called = runner.read("work/cargo");
    let repository = runner.path("releases");
    let repository = repository.parent().expect("it is in a folder").display();
    let tagged = format!("<install><--locked><--git><file://{repository}><--tag><v0.2.0><--root>");
    assert!(called.starts_with(&tagged), "{called}");
    assert!(called.ends_with("<ibid>"), "{called}");
}

#[test]
fn a_release_that_is_not_there_is_built() {
    let Some(runner) = Runner::new() else { return };
    let said = install(&runner, "0.1.0", ["Linux", "x86_64"]).ends(0);
    assert_eq!(
        said,
        "ibid: no release to be had (it could not be downloaded); building version 0.1.0 from source\n"
    );
    assert_eq!(installed(&runner), "built\n");
}

#[test]
fn the_release_has_what_is_installed() {
    let targets = |text: &str, after: &str, before: char| -> BTreeSet<String> {
        text.lines()
            .filter_map(|line| line.split_once(after)?.1.split(before).next().map(|it| it.trim().to_owned()))
            .filter(|target| target.matches('-').count() >= 2)
            .collect()
    };
    let released = targets(include_str!("../../.github/workflows/release.yml"), "{ target: ", ',');
    let installed = targets(include_str!("../../.github/action/install.sh"), ") echo ", ';');
    assert_eq!(released, installed);
    assert!(released.contains(INTEL) && released.contains(ARM), "{released:?}");
}
