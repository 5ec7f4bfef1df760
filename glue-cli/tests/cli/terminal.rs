//! What a person sees: colors, tables and summaries, on a pseudo-terminal.

use std::fs::File;
use std::io::Read;
use std::os::fd::OwnedFd;
use std::process::Command;

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};

use crate::support::{Playground, TOY, generated, generated_all};

/// A terminal that shows nothing to anybody.
struct Terminal {
    controller: OwnedFd,
    screen: File,
}

impl Terminal {
    fn open() -> Self {
        let controller = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
        grantpt(&controller).unwrap();
        unlockpt(&controller).unwrap();
        let path = ptsname(&controller, Vec::new()).unwrap().into_string().unwrap();
        let screen = File::options().read(true).write(true).open(path).unwrap();
        Self { controller, screen }
    }

    /// The end to write to.
    fn screen(&self) -> File {
        self.screen.try_clone().unwrap()
    }

    /// Runs a command that writes to the terminal: its code, and what is on the screen then.
    fn run(self, mut command: Command) -> (Option<i32>, String) {
        let mut child = command.spawn().unwrap();
        // The screen ends where nothing holds it open any more.
        drop((command, self.screen));
        let mut shown = Vec::new();
        // Linux has an error for that end.
        let _ = File::from(self.controller).read_to_end(&mut shown);
        let shown = String::from_utf8(shown).unwrap().replace("\r\n", "\n");
        (child.wait().unwrap().code(), shown)
    }
}

/// Runs a command with standard output and error on a terminal.
fn on_terminal(mut command: Command) -> (Option<i32>, String) {
    let terminal = Terminal::open();
    command.stdout(terminal.screen()).stderr(terminal.screen());
    terminal.run(command)
}

/// Escapes in a form that can be read, and the time it took as `?`.
fn readable(shown: &str) -> String {
    let text = shown.replace('\u{1b}', "^");
    match (text.find("lines in "), text.find("s\n^[1m^[33m     Renamed")) {
        (Some(start), Some(end)) => {
            let (start, seconds) = (start + "lines in ".len(), end);
            assert!(text[start..seconds].parse::<f64>().is_ok(), "{text}");
            [&text[..start], "?", &text[seconds..]].concat()
        }
        _ => text,
    }
}

#[test]
fn it_ends_with_a_summary() {
    let playground = Playground::new();
    let arguments = ["generate", "--model", "toy.json", "--out", "toy.rs"];
    let (code, shown) = on_terminal(playground.command(arguments));
    assert_eq!(code, Some(0));
    let generated = generated(|_| {});
    let constraints = generated.summary.constraints;
    let lines = generated.code.lines().count();
    assert_eq!(
        readable(&shown),
        format!(
            "\
^[1m^[32m  Generating^[0m from toy.json
^[1m^[32m   Generated^[0m 2 operations, 6 structures, 0 unions, 1 enum, {constraints} constraints, \
{lines} lines in ?s
^[1m^[33m     Renamed^[0m shape `toy` is `Toy2`: `Toy` is taken
^[1m^[32m       Wrote^[0m toy.rs
"
        )
    );
    assert_eq!(playground.read("toy.rs"), generated_all());

    let (code, again) = on_terminal(playground.command(arguments));
    assert_eq!(code, Some(0));
    assert_eq!(readable(&again), readable(&shown).replace("       Wrote", "   Unchanged"));

    let check = arguments.into_iter().chain(["--check"]);
    let (code, checked) = on_terminal(playground.command(check));
    assert_eq!(code, Some(0));
    assert_eq!(readable(&checked), readable(&again));
}

#[test]
fn the_summary_does_not_get_into_the_generated_text() {
    let playground = Playground::new();
    let mut command = playground.command(["generate", "--model", "toy.json"]);
    let terminal = Terminal::open();
    let file = File::create(playground.path("toy.rs")).unwrap();
    command.stdout(file).stderr(terminal.screen());
    let (code, shown) = terminal.run(command);
    assert_eq!(code, Some(0));
    assert_eq!(playground.read("toy.rs"), generated_all());
    assert!(shown.contains("   Generated"), "{shown}");
    assert!(!shown.contains("Wrote"), "{shown}");
}

#[test]
fn a_stale_file_shows_a_diff_in_colors() {
    let playground = Playground::new();
    playground.write("toy.rs", generated_all().replacen("Fetches one toy.", "Fetches toys.", 1));
    let arguments = ["generate", "--model", "toy.json", "--out", "toy.rs", "--check"];
    let (code, shown) = on_terminal(playground.command(arguments));
    assert_eq!(code, Some(1));
    let shown = readable(&shown);
    let parts = [
        "\n^[1m--- toy.rs^[0m\n^[1m+++ toy.rs^[0m\n^[36m@@ -",
        " @@^[0m\n ",
        "\n^[31m-/// Fetches toys.^[0m\n^[32m+/// Fetches one toy.^[0m\n ",
        "\n^[1m^[31merror^[0m: ^[1mtoy.rs is stale: ",
        "\n  = ^[1m^[36mhelp^[0m: to generate it, ",
    ];
    for part in parts {
        assert!(shown.contains(part), "no {part:?} in {shown}");
    }

    for (variable, value) in [("NO_COLOR", "1"), ("TERM", "dumb")] {
        let mut command = playground.command(arguments);
        command.env(variable, value);
        let (code, plain) = on_terminal(command);
        assert_eq!(code, Some(1));
        assert!(plain.contains("\n-/// Fetches toys.\n+/// Fetches one toy.\n"), "{plain}");
        assert!(!plain.contains('\u{1b}'), "{plain}");
    }
}

#[test]
fn problems_are_shown_in_colors() {
    let playground = Playground::new();
    let arguments = ["generate", "--model", "toy.json", "--operation", "getToy"];
    let (code, shown) = on_terminal(playground.command(arguments));
    assert_eq!(code, Some(1));
    insta::assert_snapshot!(readable(&shown), @"
    ^[1m^[32m  Generating^[0m from toy.json
    ^[1m^[31merror^[0m: ^[1mthe model has no operation `getToy`^[0m
      ^[1m^[34m-->^[0m toy.json:1:1
      = ^[1m^[36mhelp^[0m: did you mean `GetToy`?

    1 problem in toy.json
    ");
}

#[test]
fn operations_are_listed_in_a_table() {
    let playground = Playground::new();
    let (code, shown) = on_terminal(playground.command(["list", "--model", "toy.json"]));
    assert_eq!(code, Some(0));
    insta::assert_snapshot!(readable(&shown), @"
    ^[1mOPERATION  SHAPES^[0m
    GetToy          6
    WindUp          3

    Toy Service 2020-02-02: 2 operations reach 9 of 10 shapes
    ");
}

#[test]
fn what_deserves_a_look_in_patterns_is_colored() {
    let playground = Playground::new();
    let with = r#""ToyName": {"type": "string", "pattern": "a^b", "#;
    let model = TOY.replace(r#""ToyName": {"type": "string", "#, with);
    playground.write("toy.json", model);
    let (code, shown) = on_terminal(playground.command(["patterns", "--model", "toy.json"]));
    assert_eq!(code, Some(0));
    insta::assert_snapshot!(readable(&shown), @r#"
    ^[1ma^b^[0m
      tier     direct, 0 bytes, ^[1m^[33mno string matches^[0m
      used by  ToyName
      refuses  ""

    Toy Service 2020-02-02: 1 pattern, 1 use: 1 direct, 0 automaton, 0 unchecked, 0 bytes
    "#);
}

#[test]
fn changes_are_colored_by_what_they_mean() {
    let playground = Playground::new();
    let new = TOY.replace(r#""max": 10"#, r#""max": 20"#).replace("STILL", "STUCK");
    playground.write("new.json", new);
    let (code, shown) = on_terminal(playground.command(["diff", "toy.json", "new.json"]));
    assert_eq!(code, Some(1));
    insta::assert_snapshot!(readable(&shown), @r#"
    ^[1menum ToyState^[0m, sent by the service
      ^[1m^[31m!^[0m "STILL": removed, was Still
      ^[1m^[32m+^[0m "STUCK": added, Stuck
    ^[1mshape ToyName^[0m, sent by both
      ^[1m^[33m~^[0m length 1 to 10 -> 1 to 20 (looser)

    3 changes: 1 breaking, 1 behavior, 1 additive
    ^[1m^[31merror^[0m: ^[1m1 breaking change from toy.json to new.json^[0m
      = ^[1m^[36mhelp^[0m: `--deny` says which changes make the run fail, and `--allow` which may pass
    "#);
}

#[test]
fn what_is_fetched_is_told() {
    let shop = crate::fetch::Shop::new();
    let wheel = shop.wheel("1.2.3", &crate::fetch::files());
    let (code, shown) = on_terminal(shop.command(&["fetch", "box", "--from", &wheel]));
    assert_eq!(code, Some(0));
    insta::assert_snapshot!(readable(&shown), @"
    ^[1m^[32m     Fetched^[0m toybox/2020-02-02 from botocore==1.2.3
    ^[1m^[32m       Wrote^[0m models/toybox/2020-02-02/service-2.json
    ^[1m^[32m       Wrote^[0m models/requirements.txt
    ^[1m^[32m       Wrote^[0m models/models.lock
    ");
    let (code, shown) = on_terminal(shop.command(&["fetch", "box"]));
    assert_eq!(code, Some(0));
    insta::assert_snapshot!(readable(&shown), @"^[1m^[32m   Unchanged^[0m 1 model, as models/models.lock says");
}

#[test]
fn shapes_are_shown_in_colors() {
    let playground = Playground::new();
    let things = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli/things.json");
    let command = playground.command(["show", "--model", things, "Missing", "Name", "Mode"]);
    let (code, shown) = on_terminal(command);
    assert_eq!(code, Some(0));
    assert_eq!(
        readable(&shown),
        "\
^[36mMissing^[0m {
  message: string
}

Name: string  ^[2m// length 1 to 255, pattern [a-z]+^[0m

^[36mMode^[0m =
    ^[32m\"ONE\" | \"TWO\"^[0m
"
    );
}
