// Records: the values with the verdicts on them, for other judges.

/// The files of a type, if records are wanted.
struct Record {
    files: Option<[std::fs::File; 2]>,
}

impl Record {
    fn new(folder: Option<&str>, name: &str) -> Self {
        let file = |extension| {
            let path = std::path::Path::new(folder?).join(format!("{name}.{extension}"));
            Some(std::fs::File::create(path).expect("the file can be written"))
        };
        let files = file("jsonl").zip(file("verdicts"));
        Self { files: files.map(|(values, verdicts)| [values, verdicts]) }
    }

    /// Writes a value, unless it is an array, in which `check` sees several values.
    fn write(&mut self, value: &Value, is_valid: bool, by_schema: impl FnOnce() -> bool) {
        use std::io::Write;
        let Some([values, verdicts]) = self.files.as_mut().filter(|_| !value.is_array()) else {
            return;
        };
        let letter = |is_valid| if is_valid { 'v' } else { 'i' };
        let letters = [is_valid, by_schema()].map(letter);
        let written = writeln!(values, "{value}")
            .and_then(|()| writeln!(verdicts, "{}{}", letters[0], letters[1]));
        written.expect("the file can be written");
    }
}
