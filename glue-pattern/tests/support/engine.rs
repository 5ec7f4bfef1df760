//! Asks real engines: `java.util.regex` and JavaScript's.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;

/// What an engine says of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Matches(bool),
    StackOverflow,
    TookTooLong,
}

/// A pattern with texts.
pub struct Question {
    /// `whole`, `search` or `unicode`.
    pub mode: &'static str,
    pub pattern: String,
    pub texts: Vec<String>,
}

/// An engine that can be asked.
pub struct Engine {
    command: &'static str,
    arguments: Vec<PathBuf>,
}

static JAVA_CLASSES: LazyLock<Option<PathBuf>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("oracle");
    std::fs::create_dir_all(&folder).unwrap();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracle/Oracle.java");
    let compiled = Command::new("javac").arg("-d").arg(&folder).arg(source).status();
    match compiled {
        Ok(status) => {
            assert!(status.success(), "the oracle does not compile");
            Some(folder)
        }
        Err(error) => {
            super::skipped(&format!("there is no JDK here to compare with ({error})"));
            None
        }
    }
});

impl Engine {
    /// `java.util.regex`; `None`, with a message, where there is no JDK.
    pub fn java() -> Option<Self> {
        let folder = JAVA_CLASSES.as_deref()?;
        let options = ["-Xss64m", "-XX:+UseSerialGC", "-cp"].map(PathBuf::from);
        Some(Self {
            command: "java",
            arguments: [&options[..], &[folder.to_owned(), "Oracle".into()]].concat(),
        })
    }

    /// The engine of Node.js; `None`, with a message, where there is none.
    pub fn node() -> Option<Self> {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracle/oracle.mjs");
        let version = Command::new("node").arg("--version").output();
        if let Err(error) = version {
            super::skipped(&format!("there is no Node.js here to compare with ({error})"));
            return None;
        }
        Some(Self { command: "node", arguments: vec![script] })
    }

    /// The verdicts on each question's texts; `None` for a pattern that the engine refuses.
    pub fn ask(&self, questions: &[Question]) -> Vec<Option<Vec<Verdict>>> {
        self.answers(questions).iter().map(|line| answer(line)).collect()
    }

    /// The characters that match each pattern, as ranges.
    pub fn members(&self, patterns: &[String]) -> Vec<Vec<(char, char)>> {
        let question = |pattern: &String| Question {
            mode: "members",
            pattern: pattern.clone(),
            texts: Vec::new(),
        };
        let questions: Vec<Question> = patterns.iter().map(question).collect();
        let character = |digits: &str| char::from_u32(u32::from_str_radix(digits, 16).unwrap());
        let range = |range: &str| {
            let (first, last) = range.split_once('-').unwrap();
            (character(first).unwrap(), character(last).unwrap())
        };
        let answers = self.answers(&questions);
        answers.iter().map(|line| line.split_whitespace().map(range).collect()).collect()
    }

    /// A line for each question.
    fn answers(&self, questions: &[Question]) -> Vec<String> {
        let mut process = Command::new(self.command)
            .args(&self.arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut input = process.stdin.take().unwrap();
        let lines: Vec<String> = questions.iter().map(line).collect();
        let writer = std::thread::spawn(move || {
            for line in lines {
                input.write_all(line.as_bytes()).unwrap();
            }
        });
        let output = process.wait_with_output().unwrap();
        writer.join().unwrap();
        assert!(output.status.success());
        let text = String::from_utf8(output.stdout).unwrap();
        let answers: Vec<String> = text.lines().map(str::to_owned).collect();
        assert_eq!(answers.len(), questions.len());
        answers
    }
}

fn line(question: &Question) -> String {
    let mut line = format!("{} {}", question.mode, hexadecimal(&question.pattern));
    for text in &question.texts {
        line.push(' ');
        line.push_str(&hexadecimal(text));
    }
    line.push('\n');
    line
}

fn hexadecimal(text: &str) -> String {
    let digits = text.bytes().map(|byte| format!("{byte:02x}"));
    std::iter::once("x".to_owned()).chain(digits).collect()
}

fn answer(line: &str) -> Option<Vec<Verdict>> {
    if line == "e" {
        return None;
    }
    let verdict = |letter| match letter {
        '1' => Verdict::Matches(true),
        '0' => Verdict::Matches(false),
        's' => Verdict::StackOverflow,
        't' => Verdict::TookTooLong,
        other => panic!("the oracle said {other}"),
    };
    Some(line.chars().map(verdict).collect())
}

/// Patterns that mean in Java, for one text, what the given one means here: `$` and `\Z` are the
/// very end, and in the second one also `\b` knows ASCII only.
pub fn by_our_rules(pattern: &str, text: &str) -> [String; 2] {
    [false, true].map(|boundaries| rewritten(pattern, text, boundaries))
}

/// The pattern with our end of text, with the members that properties have here, and perhaps with
/// our word boundaries.
fn rewritten(pattern: &str, text: &str, boundaries: bool) -> String {
    let ignores_case = pattern.contains("(?i");
    let word = "[0-9A-Za-z_]";
    let mut rewritten = String::new();
    let mut class_depth = 0;
    let mut rest = pattern;
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '\\' => escape_length(rest),
            _ => c.len_utf8(),
        };
        let (token, after) = rest.split_at(length);
        rest = after;
        match token {
            "$" | "\\Z" if class_depth == 0 => rewritten.push_str("\\z"),
            "\\b" if class_depth == 0 && boundaries => {
                rewritten.push_str(&format!("(?-iu:(?<={word})(?!{word})|(?<!{word})(?={word}))"))
            }
            "\\B" if class_depth == 0 && boundaries => {
                rewritten.push_str(&format!("(?-iu:(?<={word})(?={word})|(?<!{word})(?!{word}))"))
            }
            property if property.starts_with("\\p") || property.starts_with("\\P") => {
                rewritten.push_str(&members(property, text, ignores_case));
            }
            "[" => {
                class_depth += 1;
                rewritten.push('[');
                // A bracket that comes first does not close the class.
                for literal in ["^]", "]"] {
                    if let Some(after) = rest.strip_prefix(literal) {
                        rewritten.push_str(literal);
                        rest = after;
                        break;
                    }
                }
            }
            "]" if class_depth > 0 => {
                class_depth -= 1;
                rewritten.push(']');
            }
            other => rewritten.push_str(other),
        }
    }
    rewritten
}

/// The length in bytes of the escape or quotation that a text begins with.
fn escape_length(text: &str) -> usize {
    if text.starts_with("\\Q") {
        return text.find("\\E").map_or(text.len(), |end| end + 2);
    }
    let mut characters = text.char_indices().skip(1);
    match characters.next() {
        Some((_, 'p' | 'P')) if text[2..].starts_with('{') => {
            text.find('}').map_or(text.len(), |end| end + 1)
        }
        Some((_, 'p' | 'P')) => characters.next().map_or(text.len(), |(at, c)| at + c.len_utf8()),
        Some((at, c)) => at + c.len_utf8(),
        None => text.len(),
    }
}

/// A class of the characters of a text that have a property, or do not have it.
fn members(property: &str, text: &str, ignores_case: bool) -> String {
    let flags = if ignores_case { "(?i)" } else { "" };
    let Ok(syntax) = glue_pattern::parse(&format!("{flags}{property}")) else {
        return property.to_owned();
    };
    let glue_pattern::syntax::ast::Node::Class(set) = syntax.root() else {
        return property.to_owned();
    };
    let members = text.chars().filter(|&c| set.contains(c));
    let members: String = members.map(|c| format!("\\x{{{:x}}}", c as u32)).collect();
    match members.is_empty() {
        true => "[^\\x{0}-\\x{10FFFF}]".to_owned(),
        false => format!("[{members}]"),
    }
}
