//! Options for the types that members have.

use super::Builder;
use crate::options::{Extern, Maps, Replacement, Timestamps};

impl Builder {
    /// Gives members that are times the type of a date crate.
    ///
    /// They read and write all that `glue_runtime::Timestamp` does, in every format, in headers and
    /// queries, and to the nanosecond. What a type cannot hold is an error:
    ///
    /// - A `jiff::Timestamp` cannot be in the last 26 hours of the year 9999.
    /// - Values outside the years 0000 to 9999 are not written.
    /// - A leap second of chrono is not written, because every day has 86,400 seconds on the wire.
    /// - A `time::OffsetDateTime` is read in UTC and written as the same point in time, without its
    ///   offset.
    ///
    /// The crate that has the generated code depends on the date crate, and on `glue-runtime` with
    /// the feature of that name. Conversions to the official SDK's types work the same.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), glue_codegen::Error> {
    /// glue_codegen::Builder::new("models/service-2.json")
    ///     .timestamps(glue_codegen::Timestamps::Jiff)
    ///     .generate("types.rs")
    /// # }
    /// ```
    #[must_use]
    pub fn timestamps(mut self, timestamps: Timestamps) -> Self {
        self.options.timestamps = timestamps;
        self
    }

    /// Gives members that are maps another type than `BTreeMap`.
    ///
    /// `Maps::Index` keeps the order of a document. It needs the crate `indexmap`, and `glue-runtime`
    /// with the feature `indexmap`. `Maps::Hash` has no order: a map is written, and its violations
    /// are reported, in an order that changes from run to run. Types that hold either can derive
    /// `Eq`, but not `Hash`, `PartialOrd` or `Ord`.
    ///
    /// Of a key that occurs twice, the last value stays, at the place of the first.
    #[must_use]
    pub fn maps(mut self, maps: Maps) -> Self {
        self.options.maps = maps;
        self
    }

    /// Gives members that are blobs the type `bytes::Bytes`, which is cheap to clone and what HTTP
    /// clients take. It needs the crate `bytes`, and `glue-runtime` with the feature `bytes`.
    ///
    /// `Debug` of `Bytes` shows what it holds, unlike that of `glue_runtime::Blob`. Sensitive members
    /// are hidden either way.
    #[must_use]
    pub fn bytes(mut self) -> Self {
        self.options.bytes = true;
        self
    }

    /// Uses types that another module or crate has already, and does not generate them: two services
    /// that share a `Tag`, or a crate of types beneath a crate with a client.
    ///
    /// `path` begins with `crate` or the name of a crate. `shapes` are structures, unions and enums by
    /// their names in the model. Called again, these as well. The module must have types of the same
    /// names that this crate has generated for the same shapes, with the same
    /// [derives](Self::derive); whether the shapes are the same is not checked. What only these
    /// shapes reach is not generated either. The generated module re-exports the types, so that paths
    /// stay as they were.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), glue_codegen::Error> {
    /// glue_codegen::Builder::new("models/second.json")
    ///     .extern_types("crate::first", ["Tag", "TagFilter"])
    ///     .generate("second.rs")
    /// # }
    /// ```
    ///
    /// A shape that the model does not have, that has no type of its own, or that no operation
    /// reaches is an error, and so are an attribute for such types only, and conversions to the
    /// official SDK's types.
    #[must_use]
    pub fn extern_types<I>(mut self, path: impl Into<String>, shapes: I) -> Self
    where
        I: IntoIterator<Item: Into<String>>,
    {
        let shapes = shapes.into_iter().map(Into::into).collect();
        self.options.externs.push(Extern { path: path.into(), shapes });
        self
    }

    /// Gives what a [selector](Self#selectors) selects a type of yours: every member that has the shape
    /// `Time`, or the member `JobRun.StartedOn`. Here, selectors are for all shapes, also strings and
    /// times, and a list's entries are `TagList.member`, and a map's values `Tags.value`. A member's
    /// own replacement wins over that of its shape. Two types for one thing are an error.
    ///
    /// `path` begins with `crate` or the name of a crate, and has no parameters: name a type alias for
    /// a type that takes some. The type needs `Clone`, `Debug`, `PartialEq`, and serde's `Serialize`
    /// and `Deserialize`, what [`derive`](Self::derive) adds, and `schemars::JsonSchema` if the file has
    /// schemas, and `arbitrary::Arbitrary` if it has arbitrary values; the compiler names what is missing. It is read and written as these traits do, in all
    /// formats, so it decides which spellings it reads. In requests, it must write what the service
    /// expects in that place. A time in a header, query or path may be any that
    /// `glue_runtime::Timestamp` reads, and is sent in the model's format.
    ///
    /// Constraints of the model are not checked: the type can keep its own. A required member must be
    /// set, as before. What only the shape reached is not generated. Keys of maps stay as they are, and
    /// so do inputs, outputs and errors of operations. An error whose message is replaced reports no
    /// message. Types with replaced members cannot be converted to the official SDK's.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), glue_codegen::Error> {
    /// glue_codegen::Builder::new("models/service-2.json")
    ///     .replace("JobRun.Id", "crate::RunId")
    ///     .replace("Uuid", "uuid::Uuid")
    ///     .generate("types.rs")
    /// # }
    /// ```
    #[must_use]
    pub fn replace(mut self, selector: impl Into<String>, path: impl Into<String>) -> Self {
        let (selector, path) = (selector.into(), path.into());
        self.options.replacements.push(Replacement { selector, path, validated: false });
        self
    }

    /// Does the same as [`replace`](Self::replace) with a type that implements `Validate`: another
    /// generated type. Validators check its values, too.
    #[must_use]
    pub fn replace_validated(
        mut self,
        selector: impl Into<String>,
        path: impl Into<String>,
    ) -> Self {
        let (selector, path) = (selector.into(), path.into());
        self.options.replacements.push(Replacement { selector, path, validated: true });
        self
    }
}
