//! Applies corrections by their names.

use glue_model::{Diagnostic, Diagnostics, Model, Plain, Source, Suggester, apply_fixes};

use super::catalog::ALL;

/// Applies the correction called `name` to the model that was read from `file`.
pub(crate) fn apply(model: &mut Model, name: &str, file: &str) -> Result<(), Diagnostics> {
    let Some((_, fixes)) = ALL.iter().find(|(known, _)| *known == name) else {
        return Err([unknown(name, file)].into_iter().collect());
    };
    let source = Source { file: &format!("correction {name}"), bytes: fixes.as_bytes() };
    apply_fixes(model, &source).map_err(|problems| {
        let help = "leave the correction out: AWS has made it, or it is for another service";
        problems.into_iter().map(|problem| problem.with_help(help)).collect()
    })
}

fn unknown(name: &str, file: &str) -> Diagnostic {
    let names: Vec<&str> = ALL.iter().map(|(name, _)| *name).collect();
    let close = Suggester::new().closest(name, names.iter().copied());
    let guess = close.map(|close| format!("did you mean `{close}`? ")).unwrap_or_default();
    let message = format!("the catalog has no correction `{}`", Plain(name));
    let help = format!("{guess}there are {}", names.join(", "));
    Diagnostic::new(file, "", message).with_help(help)
}
