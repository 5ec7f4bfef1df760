//! The progress of a run, shown on a terminal only.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// A bar that advances with each model, on standard error if that is a terminal.
pub(crate) struct Progress(ProgressBar);

impl Progress {
    /// A bar for this many models; `verb` says what is done to them.
    pub(crate) fn new(verb: &'static str, models: usize) -> Self {
        let bar = ProgressBar::new(models as u64).with_prefix(verb);
        let template = "{prefix:>12.bold.green} [{bar:40}] {pos}/{len} {elapsed} {msg}";
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style.progress_chars("=> "));
        }
        bar.enable_steady_tick(Duration::from_millis(200));
        Self(bar)
    }

    /// Records that a model is done.
    pub(crate) fn done(&self, model: &str) {
        self.0.set_message(model.to_owned());
        self.0.inc(1);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
