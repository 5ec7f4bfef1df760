//! Finding a case in its file.

use std::fmt;
use std::fs;
use std::path::Path;

use serde_json::Value;

/// Where a case stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Case {
    /// The file, relative to the folder with all suites.
    pub file: &'static str,
    /// The suite in the file, from 0.
    pub suite: usize,
    /// The case in the suite, from 0.
    pub number: usize,
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, suite {}, case {}", self.file, self.suite, self.number)
    }
}

/// A case with the shapes that it speaks of.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// What stands in the file.
    pub case: Value,
    /// The shapes of its suite by name.
    pub shapes: Value,
    /// The host's name and the path that the client of the case puts in front.
    pub endpoint: (String, String),
}

impl Case {
    /// Reads the case.
    ///
    /// # Errors
    /// When the folder has no such case.
    pub fn load(self, folder: &Path) -> Result<Loaded, String> {
        let suites = suites(folder, self.file)?;
        let suite = suites.get(self.suite).unwrap_or(&Value::Null);
        match suite["cases"].get(self.number) {
            Some(case) => Ok(Loaded {
                case: case.clone(),
                shapes: suite["shapes"].clone(),
                endpoint: endpoint(suite["clientEndpoint"].as_str().unwrap_or_default()),
            }),
            None => Err(format!("there is no {self}")),
        }
    }
}

/// The host and path of a URL.
fn endpoint(url: &str) -> (String, String) {
    let after_scheme = url.split_once("://").map_or(url, |(_, after)| after);
    let (host, path) = after_scheme.split_at(after_scheme.find('/').unwrap_or(after_scheme.len()));
    (host.to_owned(), path.to_owned())
}

/// The cases of a file.
///
/// # Errors
/// When there is no such file with suites.
pub fn cases(folder: &Path, file: &'static str) -> Result<Vec<Case>, String> {
    let suites = suites(folder, file)?;
    let of_suite = |(suite, content): (usize, &Value)| {
        let count = content["cases"].as_array().map_or(0, Vec::len);
        (0..count).map(move |number| Case { file, suite, number })
    };
    Ok(suites.iter().enumerate().flat_map(of_suite).collect())
}

fn suites(folder: &Path, file: &str) -> Result<Vec<Value>, String> {
    let text = fs::read_to_string(folder.join(file)).map_err(|error| error.to_string())?;
    serde_json::from_str(&text).map_err(|error| error.to_string())
}

impl Loaded {
    /// The name of the case, or an empty text.
    #[must_use]
    pub fn id(&self) -> &str {
        self.case["id"].as_str().unwrap_or_default()
    }

    /// The shape of the operation's input or output, if it has one.
    #[must_use]
    pub fn shape(&self, side: &str) -> Option<&str> {
        self.case["given"][side]["shape"].as_str()
    }
}

impl Loaded {
    /// Whether the operation lists an error with this name or code.
    #[must_use]
    pub fn names_error(&self, code: &str) -> bool {
        let errors = self.case["given"]["errors"].as_array().into_iter().flatten();
        let mut shapes = errors.filter_map(|error| error["shape"].as_str());
        shapes.any(|shape| shape == code || self.shapes[shape]["error"]["code"] == code)
    }
}
