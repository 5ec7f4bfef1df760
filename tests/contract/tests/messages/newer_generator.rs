//! A file that needs more of the runtime than it has, and one that needs a feature it never had.

mod newer {
    ::glue_runtime::__private::v1::requires! { 7 }
}

mod newer_feature {
    ::glue_runtime::__private::v1::requires! { 0 telepathy }
}

fn main() {}
