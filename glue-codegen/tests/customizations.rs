//! Options for selected types, members and values: what they refuse, and why.

use glue_codegen::{Builder, Customization, Error, Options, Source, generate};

const MODEL: &str = "../tests/features/customized/model.json";
const BYTES: &[u8] = include_bytes!("../../tests/features/customized/model.json");

fn pairs(pairs: &[(&str, &str)]) -> Vec<Customization> {
    let pair = |(selector, text): &(&str, &str)| Customization {
        selector: (*selector).to_owned(),
        text: (*text).to_owned(),
    };
    pairs.iter().map(pair).collect()
}

/// The problems with options, each as its message and the way out.
fn problems(change: impl FnOnce(&mut Options)) -> Vec<(String, String)> {
    let mut options = Options::default();
    change(&mut options);
    let source = Source { file: "model.json", bytes: BYTES };
    let problems = generate(&source, &options).err().into_iter().flatten();
    problems.map(|problem| (problem.message, problem.help.unwrap_or_default())).collect()
}

/// Checks what each selector of an attribute is told, all in one report.
fn check_selectors(expected: &[(&str, &str, &str)]) {
    let attributes: Vec<(&str, &str)> =
        expected.iter().map(|(selector, ..)| (*selector, "#[must_use]")).collect();
    let found = problems(|options| options.attributes = pairs(&attributes));
    let expected: Vec<(String, String)> = expected
        .iter()
        .map(|(_, message, help)| ((*message).to_owned(), (*help).to_owned()))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn selectors_that_select_nothing_are_errors_with_suggestions() {
    const NAMES: &str = "names are those of the model, and `*` stands for any characters";
    const PARTS: &str =
        "after the dot, write a member's name in the model, or an enum's value as it travels";
    check_selectors(&[
        ("Toi", "`Toi` selects nothing: the model has no such type", "did you mean `Toy`?"),
        ("Elephant", "`Elephant` selects nothing: the model has no such type", NAMES),
        (
            "Weight",
            "`Weight` selects nothing: this shape does not become a type of its own",
            "select a structure, union or enum, or the members that have the shape",
        ),
        ("Put*Request", "`Put*Request` selects nothing: no type has such a name", NAMES),
        (
            "Toi.Name",
            "`Toi.Name` selects nothing: the model has no such type",
            "did you mean `Toy`?",
        ),
        (
            "Toy.weigth",
            "`Toy.weigth` selects nothing: `Toy` has no member `weigth`",
            "did you mean `Toy.Weight`?",
        ),
        ("Toy.Color", "`Toy.Color` selects nothing: `Toy` has no member `Color`", PARTS),
        (
            "Spring.TIGT",
            "`Spring.TIGT` selects nothing: `Spring` has no value `TIGT`",
            "did you mean `Spring.TIGHT`?",
        ),
        (
            "@inputs.Secrets",
            "`@inputs.Secrets` selects nothing: `GetToyRequest` has no member `Secrets`",
            "did you mean `@inputs.Secret`?",
        ),
        (
            "@structures.Spings",
            "`@structures.Spings` selects nothing: no member or value of these types has that name",
            "did you mean `@structures.Spring`?",
        ),
        (
            "@enums.LOOSE*",
            "`@enums.LOOSE*` selects nothing: no member or value of these types has such a name",
            PARTS,
        ),
        (
            "@input",
            "`@input` is not a selector: there is no group of that name",
            "did you mean `@inputs`?",
        ),
        (
            "@everything.*",
            "`@everything.*` is not a selector: there is no group of that name",
            "the groups are @types, @structures, @unions, @enums, @inputs, @outputs, @errors",
        ),
        (
            "Toy.",
            "`Toy.` is not a selector: a name is missing",
            "write `JobRun` for a type, `JobRun.StartedOn` for a member, or `*` for any name",
        ),
        (
            "Toy\\",
            r"`Toy\\` is not a selector: nothing follows the last backslash",
            r"write `\\` for a backslash in a name",
        ),
    ]);
}

#[test]
fn selectors_are_for_what_is_generated() {
    // `toy` and what it has are of the other operation.
    let model = "../glue-cli/tests/cli/toy.json";
    let bytes = std::fs::read(model).unwrap();
    let mut options = Options::default();
    options.operations = glue_codegen::Selection::Named(vec!["GetToy".to_owned()]);
    options.attributes = pairs(&[("toy", "#[must_use]"), ("toy.Turns", "#[must_use]")]);
    let source = Source { file: "model.json", bytes: &bytes };
    let messages: Vec<String> = generate(&source, &options)
        .unwrap_err()
        .into_iter()
        .map(|problem| problem.message)
        .collect();
    let reason = "selects nothing: no selected operation reaches it";
    assert_eq!(messages, [format!("`toy` {reason}"), format!("`toy.Turns` {reason}")]);

    // With a feature that is off, they may be for what the feature adds.
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("toy.rs");
    let builder = Builder::new(model).operations(["GetToy"]).attribute("toy.*", "#[must_use]");
    assert!(matches!(builder.generate(&output), Err(Error::Model(_))));
    builder.feature("wind", ["WindUp"]).generate(&output).unwrap();
    let builder = Builder::new(model).operations(["GetToy"]).attribute("Zoo", "#[must_use]");
    assert!(builder.feature("wind", ["WindUp"]).generate(&output).is_err());
}

#[test]
fn texts_that_are_not_attributes_are_errors() {
    let found = problems(|options| {
        options.attributes = pairs(&[
            ("Toy", "#[must_use] struct Evil;"),
            ("Toy", "#![allow(dead_code)]"),
            ("Toy", "#[doc = \"a\nb\"]"),
            ("Toy.Name", "#[cfg(test)]"),
            ("Toy.Name", "#[derive(Hash)]"),
            ("Toy", "#[derive(\"Hash\")]"),
        ]);
    });
    let form = "write attributes and nothing else, such as `#[doc(hidden)]`";
    let expected = [
        ("`#[must_use] struct Evil;` is not an attribute", form),
        ("`#![allow(dead_code)]` is not an attribute", form),
        (
            r#"`#[doc = \"a\nb\"]` has a meaning that changes when it is written on one line"#,
            "leave comments out, and write escapes such as `\\n` for control characters and \
             characters that cannot be seen",
        ),
        (
            "`#[cfg(test)]` may remove what generated code names",
            "give a feature of the crate its own operations with `Builder::feature`, or use \
             `cfg_attr`",
        ),
        (
            "`Toy.Name` selects members or values: a derive is for types",
            "leave out the dot and what follows it",
        ),
        (
            r#"`#[derive(\"Hash\")]` is not a list of traits to derive"#,
            "give their paths, such as `#[derive(::std::hash::Hash)]`",
        ),
    ];
    let expected = expected.map(|(message, help)| (message.to_owned(), help.to_owned()));
    assert_eq!(found, expected);
}

#[test]
fn derives_that_no_selected_type_can_have_are_errors() {
    let found = problems(|options| {
        options.derives_for =
            pairs(&[("Toy.Name", "Hash"), ("Toy", "not a path,Hash"), ("Nothing", "Hash")]);
    });
    let messages: Vec<&str> = found.iter().map(|(message, _)| message.as_str()).collect();
    let expected = [
        "`Toy.Name` selects members or values: a derive is for types",
        "`not a path` is not a trait that can be derived",
        "`Nothing` selects nothing: the model has no such type",
    ];
    assert_eq!(messages[..3], [expected[0], expected[1], expected[2]]);

    let found = problems(|options| {
        options.derives_for = pairs(&[
            ("Toy", "Hash"),
            ("GetToyResponse", "Hash"),
            ("Use", "Ord"),
            ("Spring", "Eq"),
            ("Part", "serde::Serialize"),
            ("Toy", "::core::default::Default"),
        ]);
    });
    let leave = "leave it out, or select other types";
    let expected = [
        (
            "`Toy` cannot derive `Hash`: its member `Weight` holds floating-point numbers, which do \
             not have it",
            leave,
        ),
        (
            "`GetToyResponse` cannot derive `Hash`: its member `Toy` has the type `Toy`, which does \
             not",
            "select `Toy` as well, if it can derive the trait",
        ),
        ("`Use` cannot derive `Ord`: it may hold a document, which has no order", leave),
        ("`Eq` is implemented by the types already", "leave it out"),
        ("`serde::Serialize` is implemented by the types already", "leave it out"),
        ("`::core::default::Default` is implemented by the types already", "leave it out"),
    ];
    let expected = expected.map(|(message, help)| (message.to_owned(), help.to_owned()));
    assert_eq!(found, expected);
}

#[test]
fn a_selected_type_needs_the_trait_of_what_it_holds() {
    let reason = |derives: &[(&str, &str)]| -> Vec<String> {
        let found = problems(|options| options.derives_for = pairs(derives));
        found.into_iter().map(|(message, _)| message).collect()
    };
    assert_eq!(reason(&[("Part", "Eq"), ("Use", "Eq,Hash"), ("Part", "Hash")]), [] as [&str; 0]);
    let expected =
        "`Use` cannot derive `Eq`: its member `Shelf` has the type `Part`, which does not";
    assert_eq!(reason(&[("Use", "Eq")]), [expected]);
}

#[test]
fn order_needs_equality() {
    let expected = |missing: &str| {
        let message = format!("`NoSuchToy` cannot derive `Ord` without `{missing}`");
        [(message, format!("derive `{missing}` as well"))]
    };
    let found = problems(|options| options.derives_for = pairs(&[("NoSuchToy", "Ord")]));
    assert_eq!(found, expected("Eq` and `PartialOrd"));
    let found = problems(|options| {
        options.derives_for = pairs(&[("NoSuchToy", "Ord, PartialOrd")]);
    });
    assert_eq!(found, expected("Eq"));
    let found = problems(|options| {
        options.derives_for = pairs(&[("NoSuchToy", "Ord"), ("NoSuchToy", "Eq,PartialOrd")]);
    });
    assert_eq!(found, []);
}

#[test]
fn derives_that_generated_code_needs_are_not_skipped() {
    let found = problems(|options| {
        options.skipped_derives = pairs(&[
            ("*", "Default"),
            ("GetToyRequest", "Clone,Debug"),
            ("Spring", "Copy"),
            ("Use", "Default"),
            ("Spring.TIGHT", "Debug"),
        ]);
    });
    let leave = "leave it out, or select other types";
    let list = "structures derive `Clone`, `Debug`, `Default` and `PartialEq`, unions all of them \
                but `Default`, and enums also `Eq`, `PartialOrd`, `Ord` and `Hash`";
    let expected = [
        (
            "`Spring.TIGHT` selects members or values: a derive is for types",
            "leave out the dot and what follows it",
        ),
        (
            "`Default` cannot be skipped for `GetToyRequest`: reading starts with a structure of \
             which nothing is set",
            leave,
        ),
        (
            "`Debug` cannot be skipped for `GetToyRequest`: its `Debug` hides sensitive values",
            leave,
        ),
        ("`Copy` is not a derive that can be skipped there", list),
        ("`Default` is not a derive that can be skipped there", list),
    ];
    let expected = expected.map(|(message, help)| (message.to_owned(), help.to_owned()));
    assert_eq!(found, expected);
}

#[test]
fn a_skipped_derive_can_be_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("toys.rs");
    Builder::new(MODEL)
        .skip_derive("Toy", "Debug,Clone,PartialEq")
        .derive_for("Toy", "derive_more::Debug, other::Clone, derive_more::Debug")
        .derive("derive_more::Debug")
        .generate(&output)
        .unwrap_err();
    Builder::new(MODEL)
        .skip_derive("Toy", "Debug,Clone,PartialEq")
        .skip_derive("Toy", "Clone")
        .derive_for("Toy", "derive_more::Debug, other::Clone, derive_more::Debug")
        .derive_for("@structures", "Debug")
        .generate(&output)
        .unwrap();
    let code = std::fs::read_to_string(output).unwrap();
    let (before, _) = code.split_once("pub struct Toy {").unwrap();
    let derives: Vec<&str> =
        before.lines().rev().take_while(|line| line.starts_with('#')).collect();
    let expected = [
        "#[rustfmt::skip]",
        "#[non_exhaustive]",
        "#[derive(derive_more::Debug, other::Clone)]",
        "#[derive(Default)]",
    ];
    assert_eq!(derives, expected);
}

#[test]
fn names_that_are_taken_or_are_not_names_are_errors() {
    let found = problems(|options| {
        options.renames = pairs(&[
            ("Toy.*", "x"),
            ("Toy", "a b"),
            ("Toy", "toy"),
            ("Toy", "Self"),
            ("Toy.Name", "1st"),
            ("Toy.Name", "_"),
            ("Toy.Name", "self"),
            ("Toy.Name", "n\u{e4}me"),
            ("Part", "Piece"),
            ("Part", "Bit"),
            ("Pat", "Piece"),
        ]);
    });
    let ascii = "it is not an identifier of ASCII letters, digits and `_`";
    let other = "choose another name";
    let messages = [
        (
            "`Toy.*` selects 4 things, and a name is for one".to_owned(),
            "write its name without `*` and groups",
        ),
        (format!("`a b` cannot be a name: {ascii}"), other),
        ("`toy` cannot be a name: types start with a capital letter".to_owned(), other),
        ("`Self` cannot be a name: it is a keyword that has no raw form".to_owned(), other),
        (format!("`1st` cannot be a name: {ascii}"), other),
        (format!("`_` cannot be a name: {ascii}"), other),
        ("`self` cannot be a name: it is a keyword that has no raw form".to_owned(), other),
        (format!("`n\u{e4}me` cannot be a name: {ascii}"), other),
        ("`Part` is renamed twice".to_owned(), "leave one of the names out"),
        ("`Pat` selects nothing: the model has no such type".to_owned(), "did you mean `Part`?"),
    ];
    let expected = messages.map(|(message, help)| (message, help.to_owned()));
    assert_eq!(found, expected);

    let found = problems(|options| {
        options.keep_unknown_members = true;
        options.renames = pairs(&[
            ("Toy", "Part"),
            ("Part", "GetToyError"),
            ("Use", "GetToy"),
            ("Spring", "SERVICE"),
            ("Toy.Name", "weight"),
            ("Toy.Parts", "unknown_members"),
            ("NoSuchToy.Name", "message"),
            ("Use.Play", "Shelf"),
            ("Use.Shelf", "Unknown"),
            ("Spring.\\*", "Tight"),
            ("Spring.TIGHT", "VALUES"),
            ("Spring.1.5x", "Unknown"),
        ]);
    });
    let help = "choose another name, or rename the other as well";
    assert!(found.iter().all(|(_, found)| found == help));
    let messages: Vec<&str> = found.iter().map(|(message, _)| message.as_str()).collect();
    let expected = [
        "`Part` cannot be named `GetToyError`: that is the name of a type of the operation `GetToy`",
        "`Spring` cannot be named `SERVICE`: that is the name of the service's constant",
        "`Use` cannot be named `GetToy`: that is the name of a type of the operation `GetToy`",
        "`NoSuchToy.Name` cannot be named `message`: that is the name of `message`, which all of its \
         kind have",
        "`Spring.TIGHT` cannot be named `VALUES`: that is the name of `VALUES`, which all of its kind \
         have",
        "`Spring.1.5x` cannot be named `Unknown`: that is the name of `Unknown`, which all of its kind \
         have",
        "`Toy.Name` cannot be named `weight`: that is the name of `Weight`",
        "`Toy.Parts` cannot be named `unknown_members`: that is the name of `unknown_members`, which \
         all of its kind have",
        "`Use.Shelf` cannot be named `Unknown`: that is the name of `Unknown`, which all of its kind \
         have",
    ];
    assert_eq!(messages, expected);

    let found = problems(|options| {
        options.renames = pairs(&[("Toy", "Part"), ("Spring.\\*", "Tight"), ("Use.Play", "Shelf")]);
    });
    let messages: Vec<&str> = found.iter().map(|(message, _)| message.as_str()).collect();
    let expected = [
        "`Toy` cannot be named `Part`: that is the name of the shape `Part`",
        "`Spring.*` cannot be named `Tight`: that is the name of `TIGHT`",
        "`Use.Play` cannot be named `Shelf`: that is the name of `Shelf`",
    ];
    assert_eq!(messages, expected);
}

#[test]
fn paths_and_headers_that_would_be_other_code_are_errors() {
    let found = problems(|options| {
        options.runtime_path = Some("x; struct Evil".to_owned());
        options.header =
            ["a\n\u{202e}b", "\tx", "@generated by glue-codegen 9"].map(str::to_owned).to_vec();
        options.attributes = pairs(&[("Toi", "#[must_use]")]);
    });
    let invisible = "cannot be a line of the header: it has characters that are not seen";
    let seen = "leave out control characters, tabs among them, and marks of direction";
    let expected = [
        ("`Toi` selects nothing: the model has no such type".to_owned(), "did you mean `Toy`?"),
        (format!("`\\u{{202e}}b` {invisible}"), seen),
        (format!("`\\tx` {invisible}"), seen),
        (
            "`@generated by glue-codegen 9` cannot be a line of the header".to_owned(),
            "leave it out: the file says which program generated it",
        ),
        (
            "`x; struct Evil` is not the path of a crate or module".to_owned(),
            "write the name of a crate, or a path that starts with one or with `crate`, such as \
             `facade::glue_runtime`",
        ),
    ];
    assert_eq!(found, expected.map(|(message, help)| (message, help.to_owned())));
}
