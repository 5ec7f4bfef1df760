//! Decodes bytes into text, with clear messages for common faults of files.

use super::report::{Problem, Report};

/// The mark with which some Windows editors begin a UTF-8 file.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// The text of a file, which must be UTF-8 and not empty, without its byte order mark.
pub(super) fn decode<'b>(bytes: &'b [u8], report: &mut Report<'_>) -> Option<&'b str> {
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    if let Some(problem) = known_trouble(bytes) {
        report.push(problem);
        return None;
    }
    match std::str::from_utf8(bytes) {
        Ok(text) if text.trim_ascii().is_empty() => {
            let help = "check that it was saved whole";
            report.push(Problem::of_file("the file is empty").help(help));
            None
        }
        Ok(text) if text.trim_ascii_start().starts_with('<') => {
            report.push(
                Problem::of_file("the file is a web page or XML, not JSON")
                    .help("save the model itself, not the page that shows it"),
            );
            None
        }
        Ok(text) if text.trim_ascii_start().starts_with("$version") => {
            let problem = Problem::of_file("the file is written in Smithy's IDL");
            report.push(problem.help("turn it into JSON, such as with `smithy ast`"));
            None
        }
        Ok(text) => Some(text),
        Err(error) => {
            let valid = &bytes[..error.valid_up_to()];
            report.push(not_utf8(valid));
            None
        }
    }
}

/// The fault that the first bytes reveal.
fn known_trouble(bytes: &[u8]) -> Option<Problem> {
    match bytes {
        // With a byte order mark, or recognized by its ASCII characters: JSON starts with two of
        // them.
        [0xfe, 0xff, ..] | [0xff, 0xfe, ..] | [0, 1..=0x7f, ..] | [1..=0x7f, 0, ..] => {
            Some(Problem::of_file("the file is UTF-16").help("save it as UTF-8"))
        }
        [0x1f, 0x8b, ..] => {
            Some(Problem::of_file("the file is compressed with gzip").help("decompress it first"))
        }
        _ => None,
    }
}

fn not_utf8(valid: &[u8]) -> Problem {
    let line = 1 + valid.iter().filter(|byte| **byte == b'\n').count();
    let last = valid.iter().rev().take_while(|byte| **byte != b'\n').count();
    Problem::of_file("the file is not UTF-8").at(line, last + 1).help("save it as UTF-8")
}
