//! What the example prints for people who start it.

use crate::example::run;

const KEY: [(&str, &str); 2] = [("AWS_ACCESS_KEY_ID", "id"), ("AWS_SECRET_ACCESS_KEY", "secret")];

#[test]
fn help_goes_to_standard_output() {
    let help = run(&["--help"], &[]);
    assert_eq!((help.status, &*help.error), (0, ""));
    assert!(
        help.text.starts_with("Asks AWS Glue for a run.\n\nUsage: call-glue "),
        "{}",
        help.text
    );
    assert_eq!(run(&["-h", "--nonsense"], &[]), help);
}

#[test]
fn a_wrong_command_line_shows_the_usage() {
    let usage = run(&["--help"], &[]).text;
    for (arguments, complaint) in [
        (&[][..], "neither job-run nor workflow-run is asked for"),
        (&["crawl", "a", "b"], "\"crawl\" is neither job-run nor workflow-run"),
        (&["job-run", "a"], "job-run needs two words: a name and the ID of a run"),
        (&["job-run", "a", "b", "c"], "unexpected argument \"c\""),
        (&["--quick", "job-run", "a", "b"], "invalid option '--quick'"),
        (&["--pause", "-1", "job-run", "a", "b"], "a pause has 0 to 3600 seconds"),
        (&["--pause", "NaN", "job-run", "a", "b"], "a pause has 0 to 3600 seconds"),
    ] {
        let outcome = run(arguments, &KEY);
        assert_eq!((outcome.status, &*outcome.text), (2, ""), "{arguments:?}");
        assert!(outcome.error.starts_with("error: ") && outcome.error.ends_with(&usage));
        assert!(outcome.error.contains(complaint), "{}", outcome.error);
    }
}

#[test]
fn what_is_missing_is_named() {
    let asking = ["job-run", "a", "b"];
    let complaint = |options: &[&str], variables: &[(&str, &str)]| {
        let outcome = run(&[options, &asking].concat(), variables);
        assert_eq!((outcome.status, &*outcome.text), (2, ""));
        outcome.error
    };
    assert_eq!(
        complaint(&[], &KEY),
        "error: no region: pass --region, or set the variable AWS_REGION\n"
    );
    assert_eq!(
        complaint(&["--region", "eu-west-1"], &KEY[..1]),
        "error: AWS_SECRET_ACCESS_KEY is not set: calls are signed with the key in \
         AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY\n"
    );
    let elsewhere = complaint(&["--region", "evil.example/"], &KEY);
    assert!(elsewhere.contains("names no endpoint"), "{elsewhere}");
}
