//! Conversions to the official SDK's types, without the feature that they need.

::glue_runtime::__private::v1::requires! { 0 schemars }

fn main() {}
