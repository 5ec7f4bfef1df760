//! Arbitrary values, without the feature that they need.

::glue_runtime::__private::v1::requires! { 0 arbitrary }

fn main() {}
