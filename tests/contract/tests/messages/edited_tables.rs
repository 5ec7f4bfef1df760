//! Tables with a row that no macro reads.

pub struct Toy;

::glue_runtime::__private::v1::structure! {
    Toy = "Toy" { "Name" name: member, with_name(String); }
}

::glue_runtime::__private::v1::union! {
    Toy = "Toy" { 0 Name: variant; }
}

::glue_runtime::__private::v1::open_enum! {
    Toy { 0 Small "S" "small"; }
}

::glue_runtime::__private::v1::operation_error! {
    Toy { Gone = Gone; }
}

::glue_runtime::__serde! { Toy: read_toy }

fn main() {}
