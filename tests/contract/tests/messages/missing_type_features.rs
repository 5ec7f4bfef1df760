//! Members of types of other crates, without the features that they need.

::glue_runtime::__private::v1::requires! { 0 jiff chrono time indexmap bytes }

fn main() {}
