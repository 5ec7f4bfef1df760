//! The generated types that are read and written.

macro_rules! models {
    ($($name:ident)*) => {
        $(
            #[doc = concat!("Generated from the model `", stringify!($name), "`.")]
            pub mod $name {
                include!(concat!(env!("OUT_DIR"), "/", stringify!($name), ".rs"));
            }
        )*
    };
}

models! { bignumbers ecs kinds ssm stepfunctions }
