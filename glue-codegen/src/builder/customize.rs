//! Options for selected types, members and values.

use super::Builder;
use crate::options::Customization;

impl Builder {
    /// Adds attributes to everything that a [selector](Self#selectors) selects: types, members,
    /// which are fields or the variants of a union, and values, which are variants of an enum.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), glue_codegen::Error> {
    /// glue_codegen::Builder::new("models/service-2.json")
    ///     .attribute("JobRun", r#"#[cfg_attr(test, derive(arbitrary::Arbitrary))]"#)
    ///     .attribute("JobRun.StartedOn", r#"#[doc(alias = "begin")]"#)
    ///     .derive_for("JobRunState", "Default")
    ///     .attribute("JobRunState.STARTING", "#[default]")
    ///     .generate("glue.rs")
    /// # }
    /// ```
    ///
    /// The text holds one or more outer attributes. Anything else is an error, so no option can
    /// become other code. Called again, those are added as well, in the order of the calls. They
    /// follow the derives of the type. Traits of a `#[derive(...)]` are treated like those of
    /// [`derive_for`](Self::derive_for). `#[cfg(...)]` is an error because other code names the
    /// item.
    ///
    /// The types do not derive serde's traits, so serde's attributes have no effect on reading and
    /// writing. They are errors of the compiler unless another derive of the type accepts them.
    #[must_use]
    pub fn attribute(mut self, selector: impl Into<String>, attributes: impl Into<String>) -> Self {
        let customization = Customization { selector: selector.into(), text: attributes.into() };
        self.options.attributes.push(customization);
        self
    }

    /// Adds derives to the types that a [selector](Self#selectors) selects: a path, or several
    /// separated by commas.
    ///
    /// A derive that a type has already is not added again. What [`derive`](Self::derive) says of
    /// `Eq`, `Hash`, `PartialOrd` and `Ord` holds here as well: they are derived for the selected
    /// types whose members all have them. If none of the selected types can derive such a trait, or
    /// all have it already, that is an error. `Ord` needs `Eq` and `PartialOrd`.
    #[must_use]
    pub fn derive_for(mut self, selector: impl Into<String>, paths: impl Into<String>) -> Self {
        let customization = Customization { selector: selector.into(), text: paths.into() };
        self.options.derives_for.push(customization);
        self
    }

    /// Leaves derives of the standard library away from the types that a [selector](Self#selectors)
    /// selects, so that you can implement the traits by hand: a name, or several separated by
    /// commas.
    ///
    /// All types derive `Clone`, `Debug` and `PartialEq`, structures also `Default`, and enums also
    /// `Eq`, `PartialOrd`, `Ord` and `Hash`. Types that hold a type need its traits, unless they
    /// skip these as well; the enum of an operation's errors always needs the first three.
    ///
    /// The `Default` of structures cannot be skipped, because reading starts with a structure of
    /// which nothing is set. Neither can the `Debug` of a type that hides sensitive values.
    #[must_use]
    pub fn skip_derive(mut self, selector: impl Into<String>, names: impl Into<String>) -> Self {
        let customization = Customization { selector: selector.into(), text: names.into() };
        self.options.skipped_derives.push(customization);
        self
    }

    /// Gives the one type, member or value that a [selector](Self#selectors) selects another name in
    /// Rust. Names on the wire stay, and so do all other names in Rust.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), glue_codegen::Error> {
    /// glue_codegen::Builder::new("models/service-2.json")
    ///     .rename("JobRun", "Run")
    ///     .rename("JobRun.DPUSeconds", "seconds") // and `with_seconds`
    ///     .rename("WorkerType.G.1X", "Small")
    ///     .generate("glue.rs")
    /// # }
    /// ```
    ///
    /// A keyword becomes a raw identifier. The documentation of the item gives its name in the model.
    /// A name that something else has is an error, and so is one that is not an identifier of ASCII
    /// characters. Two things can exchange their names. Names that the compiler finds unusual, such as
    /// a variant in snake case, get warnings; [`attribute`](Self::attribute) can allow them.
    #[must_use]
    pub fn rename(mut self, selector: impl Into<String>, name: impl Into<String>) -> Self {
        let customization = Customization { selector: selector.into(), text: name.into() };
        self.options.renames.push(customization);
        self
    }
}
