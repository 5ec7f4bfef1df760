//! The options as arguments of the command line, for the header of generated files.

use std::collections::BTreeSet;
use std::path::Path;

use super::header;
use crate::markdown::visible;
use crate::options::{Customization, Extern, Feature, Options, Replacement, Selection};

/// The maximum width of an argument with several operations.
const WIDTH: usize = 80;

/// The arguments, each with its value. The same options give the same text on every machine: files
/// of fixes are given by their names, without their folders.
pub(super) fn of(options: &Options) -> Vec<String> {
    let mut arguments = Vec::new();
    let mut push = |name: &str, value: &str| arguments.push(format!("{name} {}", word(value)));
    if let Some(service) = &options.service {
        push("--service", service);
    }
    if let Selection::Named(names) = &options.operations {
        groups(names).iter().for_each(|names| push("--operation", names));
    }
    options.corrections.iter().for_each(|name| push("--correction", name));
    for Feature { name, operations } in &options.features {
        for names in groups(operations) {
            push("--feature", &format!("{name}={names}"));
        }
    }
    for fixes in &options.fixes {
        let name = Path::new(&fixes.file).file_name().unwrap_or_default();
        push("--fixes", &name.to_string_lossy());
    }
    for path in &options.derives {
        push("--derive", path);
    }
    for (name, customizations) in [
        ("--derive-for", &options.derives_for),
        ("--skip-derive", &options.skipped_derives),
        ("--attribute", &options.attributes),
        ("--rename", &options.renames),
    ] {
        for Customization { selector, text } in customizations {
            push(&format!("{name} {}", word(selector)), text);
        }
    }
    if let Some(path) = &options.runtime_path {
        push("--runtime-path", path);
    }
    options
        .header
        .iter()
        .flat_map(|text| header::split(text))
        .for_each(|line| push("--header", line));
    if let Some(name) = options.timestamps.name() {
        push("--timestamps", name);
    }
    if let Some(name) = options.maps.name() {
        push("--maps", name);
    }
    for Extern { path, shapes } in &options.externs {
        for shapes in groups(shapes) {
            push("--extern", &format!("{path}={shapes}"));
        }
    }
    #[cfg(feature = "aws-sdk")]
    if let Some(name) = &options.aws_sdk {
        push("--aws-sdk", name);
    }
    let replacements = [false, true]
        .into_iter()
        .flat_map(|kind| options.replacements.iter().filter(move |one| one.validated == kind));
    arguments.extend(replacements.map(|Replacement { selector, path, validated }| {
        let name = if *validated { "--replace-validated" } else { "--replace" };
        format!("{name} {} {}", word(selector), word(path))
    }));
    let flags = [
        ("--no-docs", options.without_docs),
        ("--keep-unknown-members", options.keep_unknown_members),
        #[cfg(feature = "schemars")]
        ("--schemars", options.schemars),
        #[cfg(feature = "arbitrary")]
        ("--arbitrary", options.arbitrary),
        ("--bytes", options.bytes),
    ];
    arguments
        .extend(flags.iter().filter(|(_, is_set)| *is_set).map(|(name, _)| (*name).to_owned()));
    arguments
}

/// All operations in alphabetical order, in groups that fit a line.
fn groups(names: &[String]) -> Vec<String> {
    let mut groups: Vec<String> = Vec::new();
    for name in names.iter().collect::<BTreeSet<_>>() {
        match groups.last_mut() {
            Some(group) if group.len() + name.len() < WIDTH => {
                group.push(',');
                group.push_str(name);
            }
            _ => groups.push(name.clone()),
        }
    }
    groups
}

/// A value as a word for a shell. It cannot end the comment that it is in.
fn word(value: &str) -> String {
    let value = visible(value);
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "_-.,:/#@+=".contains(c);
    let is_comment = value.starts_with('#');
    match !value.is_empty() && !is_comment && value.chars().all(is_plain) {
        true => value,
        false => format!("'{}'", value.replace('\'', r"'\''")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::{FixFile, Maps, Timestamps};

    #[test]
    fn every_option_is_an_argument() {
        let mut options = Options::default();
        assert_eq!(of(&options), [] as [&str; 0]);
        options.service = Some("example.weather#Weather".into());
        options.operations = Selection::Named(vec!["B".into(), "A".into(), "B".into()]);
        let operations = vec!["D".into(), "C".into()];
        options.features = vec![Feature { name: "toys".into(), operations }];
        options.without_docs = true;
        options.keep_unknown_members = true;
        options.timestamps = Timestamps::Jiff;
        options.maps = Maps::Index;
        options.bytes = true;
        let shapes = vec!["Tag".into(), "Kind".into()];
        options.externs = vec![Extern { path: "crate::first".into(), shapes }];
        options.replacements = [("Time", false), ("Run.Started On", true)]
            .map(|(selector, validated)| Replacement {
                selector: selector.into(),
                path: "crate::Time".into(),
                validated,
            })
            .into();
        options.derives = vec!["::core::hash::Hash".into(), "Eq".into()];
        let option = |selector: &str, text: &str| {
            vec![Customization { selector: selector.into(), text: text.into() }]
        };
        options.derives_for = option("@enums", "Default");
        options.skipped_derives = option("JobRun", "Debug,PartialEq");
        options.renames = option("JobRun.Id", "r#ref");
        options.attributes = option("*.StartedOn", "#[x = \"it's\"]");
        options.runtime_path = Some("crate::runtime".into());
        options.header = vec!["Copyright.\n\n// No warranty.\n".into(), "-x\r\n#x".into()];
        options.corrections = vec!["ec2-platform".into(), "ec2-vpn-connection".into()];
        for file in ["/home/me/fixes.json", "more.json", "<stdin>"] {
            options.fixes.push(FixFile { file: file.into(), bytes: Vec::new() });
        }
        #[cfg(feature = "aws-sdk")]
        {
            options.aws_sdk = Some("crate::sdk".into());
        }
        #[cfg(feature = "schemars")]
        {
            options.schemars = true;
        }
        #[cfg(feature = "arbitrary")]
        {
            options.arbitrary = true;
        }
        let expected = [
            "--service example.weather#Weather",
            "--operation A,B",
            "--correction ec2-platform",
            "--correction ec2-vpn-connection",
            "--feature toys=C,D",
            "--fixes fixes.json",
            "--fixes more.json",
            "--fixes '<stdin>'",
            "--derive ::core::hash::Hash",
            "--derive Eq",
            "--derive-for @enums Default",
            "--skip-derive JobRun Debug,PartialEq",
            r#"--attribute '*.StartedOn' '#[x = "it'\''s"]'"#,
            "--rename JobRun.Id r#ref",
            "--runtime-path crate::runtime",
            "--header Copyright.",
            "--header ''",
            "--header '// No warranty.'",
            "--header -x",
            "--header '#x'",
            "--timestamps jiff",
            "--maps index",
            "--extern crate::first=Kind,Tag",
            #[cfg(feature = "aws-sdk")]
            "--aws-sdk crate::sdk",
            "--replace Time crate::Time",
            "--replace-validated 'Run.Started On' crate::Time",
            "--no-docs",
            "--keep-unknown-members",
            #[cfg(feature = "schemars")]
            "--schemars",
            #[cfg(feature = "arbitrary")]
            "--arbitrary",
            "--bytes",
        ];
        assert_eq!(of(&options), expected);
    }

    #[test]
    fn many_operations_are_several_arguments() {
        let names: Vec<String> = (10..40).map(|index| format!("Operation{index}")).collect();
        let groups = groups(&names);
        assert_eq!(groups.len(), 5);
        assert!(groups.iter().all(|group| group.len() <= WIDTH));
        assert_eq!(groups.join(","), names.join(","));
    }

    #[test]
    fn no_value_leaves_its_place() {
        for (value, expected) in [
            ("a b", "'a b'"),
            ("", "''"),
            ("it's", r"'it'\''s'"),
            ("x\nfn y() {}", "'x fn y() {}'"),
            ("x\r*/", "'x */'"),
            ("$(rm)", "'$(rm)'"),
            ("x\u{202e}y", r"'x\u{202e}y'"),
        ] {
            assert_eq!(word(value), expected);
        }
    }
}
