//! `--markdown`: a comment for a pull request.

use serde_json::{Value, json};

use super::{base, one_of_each};
use crate::support::{Playground, Run};

/// Two models, compared.
fn markdown(old: &Value, new: &Value) -> String {
    let playground = Playground::new();
    playground.write("old.json", old.to_string());
    playground.write("new.json", new.to_string());
    let run = playground.run(["diff", "--markdown", "--deny", "nothing", "old.json", "new.json"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    run.stdout
}

#[test]
fn changes_are_listed_by_impact() {
    let playground = one_of_each();
    let run = playground.run(["diff", "--markdown", "old.json", "new.json"]);
    assert_eq!(run.code, Some(1));
    assert_eq!(
        run.stdout,
        "\
**3 changes** from `old.json` to `new.json`: 1 breaking, 1 behavior, 1 additive.

### Breaking (1)

- structure `Item`, sent by the service
  - `Ratio`: type `Option<f64>` -> `Option<Vec<String>>` (old JSON does not read)

### Behavior (1)

- shape `Count`, sent by both
  - range `1 or more` -> `1 to 9` (tighter)

### Additive (1)

- enum `State`, sent by the service
  - `\"STUCK\"`: added, `Stuck`
"
    );
    let same = playground.run(["diff", "--markdown", "old.json", "old.json"]);
    assert_eq!(same, Run::fine("No changes from `old.json` to `old.json`.\n"));
}

#[test]
fn each_kind_of_change_has_its_words() {
    let mut new = base();
    new["operations"]["Put"]["errors"] = json!([{"shape": "Item"}]);
    new["operations"]["Do"] = json!({"name": "Do", "http": {"method": "POST", "requestUri": "/"}});
    new["operations"]["Get"]["deprecated"] = json!(true);
    new["shapes"]["Name"]["pattern"] = json!("[a-z`]+");
    new["shapes"]["Names"]["sparse"] = json!(true);
    new["shapes"]["Request"]["required"] = json!(["Name", "Count", "Note"]);
    new["shapes"]["State"]["enum"] = json!(["OFF", "ON"]);
    new["shapes"]["Time"]["sensitive"] = json!(true);
    insta::assert_snapshot!(markdown(&base(), &new), @r#"
    **10 changes** from `old.json` to `new.json`: 1 breaking, 4 behavior, 5 additive.

    ### Breaking (1)

    - structure `Item`, sent by the service
      - `Names`: type `Option<Vec<String>>` -> `Option<Vec<Option<String>>>` (shape `Names` holds nulls now)

    ### Behavior (4)

    - structure `Request`, sent by the client
      - `Note`: presence `optional` -> `required` (`validate` reports its absence)
    - enum `State`, sent by the service
      - order of values changed
    - shape `Name`, sent by both
      - pattern `[a-z]+` -> ``[a-z`]+`` (looser; ``"`"`` was refused and is accepted now)
    - shape `Time`, sent by the service
      - sensitive

    ### Additive (5)

    - structure `Item`, sent by the service
      - an error now (`Put` lists it among its errors now)
      - `Message`: added, `Option<String>`
    - operation `Do`: added
    - operation `Get`
      - deprecated
    - operation `Put`
      - `Item`: error added
    "#);
}

#[test]
fn nothing_in_a_model_is_markup() {
    let (mut old, mut new) = (base(), base());
    let values = ["a`b", "``", "</details>", "<!--", "*x*\n\n# y", "|", "[a](http://x)", " ", "@x"];
    old["shapes"]["State"]["enum"] = json!(["ON"]);
    new["shapes"]["State"]["enum"] = json!([&["ON"], &values[..]].concat());
    old["shapes"]["Name"]["pattern"] = json!("`` `");
    new["shapes"]["Name"]["pattern"] = json!("<b>|`");
    insta::assert_snapshot!(markdown(&old, &new), @r#"
    **10 changes** from `old.json` to `new.json`: 0 breaking, 1 behavior, 9 additive.

    ### Behavior (1)

    - shape `Name`, sent by both
      - pattern ``` `` ` ``` -> `` <b>|` `` (looser and tighter; ``"`"`` was refused and is accepted now; ```"`` `"``` was accepted and is refused now)

    ### Additive (9)

    - enum `State`, sent by the service
      - ``"a`b"``: added, `AB`
      - ```"``"```: added, `BacktickBacktick`
      - `"</details>"`: added, `Details`
      - `"<!--"`: added, `LessNotMinusMinus`
      - `"*x*\n\n# y"`: added, `XY`
      - `"|"`: added, `Or`
      - `"[a](http://x)"`: added, `AHttpX`
      - `" "`: added, `Space`
      - `"@x"`: added, `X`
    "#);
}

#[test]
fn what_is_much_is_folded() {
    let mut new = base();
    new["shapes"]["State"]["enum"] = (0..23).map(|number| format!("S{number}")).collect();
    let (mut old, last) = (new.clone(), new.clone());
    old["shapes"]["State"]["enum"].as_array_mut().unwrap().truncate(1);
    let told = markdown(&old, &last);
    let (shown, folded) = told.split_once("\n<details>\n<summary>2 more</summary>\n\n").unwrap();
    assert_eq!(shown.matches("\n  - `").count(), 20);
    assert_eq!(
        folded,
        "\
- enum `State`, sent by the service
  - `\"S21\"`: added, `S21`
  - `\"S22\"`: added, `S22`

</details>
"
    );
}

#[test]
fn a_comment_is_never_too_long() {
    let mut new = base();
    new["shapes"]["State"]["enum"] = (0..5000).map(|number| format!("S{number}")).collect();
    new["shapes"]["Count"]["max"] = json!(9);
    let mut old = base();
    old["shapes"]["State"]["enum"] = json!(["S0"]);
    let told = markdown(&old, &new);
    assert!(told.len() > 55_000 && told.len() < 65_536, "{}", told.len());
    assert!(told.starts_with("**5,000 changes** from "), "{told}");
    assert!(told.contains("\n### Additive (4,999)\n"), "{told}");
    let left_out = 4999 - told.matches("`: added, `").count();
    let end = format!(
        "\n</details>\n\n{},{:03} changes are left out because a comment has room for no more.\n",
        left_out / 1000,
        left_out % 1000,
    );
    assert!(told.ends_with(&end), "{told}");
}

#[test]
fn each_section_has_its_share_of_a_comment() {
    let (mut old, mut new) = (base(), base());
    let values = |start: usize| -> Value {
        (start..start + 3000).map(|number| format!("S{number}")).collect()
    };
    old["shapes"]["State"]["enum"] = values(0);
    new["shapes"]["State"]["enum"] = values(3000);
    new["shapes"]["Count"]["max"] = json!(9);
    let told = markdown(&old, &new);
    assert!(told.len() > 55_000 && told.len() < 65_536, "{}", told.len());
    assert!(told.contains("  - range `1 or more` -> `1 to 9` (tighter)\n"), "{told}");
    let (removed, added) =
        (told.matches("`: removed, ").count(), told.matches("`: added, ").count());
    assert!(removed > 500 && added > 500, "{removed} {added}");
    let end = format!(
        "\n{},{:03} changes are left out because a comment has room for no more.\n",
        (6000 - removed - added) / 1000,
        (6000 - removed - added) % 1000,
    );
    assert!(told.ends_with(&end), "{told}");
}

#[test]
fn what_does_not_fit_does_not_hide_what_follows() {
    let mut new = base();
    new["shapes"]["Name"]["pattern"] = json!(format!("[a-z]+|{}", "0".repeat(70_000)));
    new["shapes"]["Ratio"]["max"] = json!(9);
    let told = markdown(&base(), &new);
    let start = format!("`[a-z]+|{} ... {} (70,007 characters)`", "0".repeat(137), "0".repeat(48));
    assert!(told.contains(&start), "{told}");
    assert!(told.contains("  - range `0.5 or more` -> `0.5 to 9` (tighter)\n"), "{told}");
    assert!(told.len() < 2000, "{}", told.len());
}

#[test]
fn names_of_files_are_on_one_line() {
    let playground = Playground::new();
    let name = "a\n# b.json";
    playground.write(name, base().to_string());
    let run = playground.run(["diff", "--markdown", name, name]);
    assert_eq!(run, Run::fine("No changes from `a\\n# b.json` to `a\\n# b.json`.\n"));
}

#[test]
fn json_and_markdown_exclude_each_other() {
    let run = one_of_each().run(["diff", "--json", "--markdown", "old.json", "new.json"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    let message = "error: the argument '--json' cannot be used with '--markdown'\n";
    assert!(run.stderr.starts_with(message), "{}", run.stderr);
}
