//! Arbitrary values that satisfy their constraints: [`Arbitrary`] for the types of this crate, and
//! what the tables of generated types call.

mod chars;
mod collections;
mod scalars;
mod source;
mod text;
mod values;
mod variety;

use arbitrary::{Arbitrary, Error, Result, Unstructured};

use crate::blob::Blob;
use crate::document::Document;
use crate::json_text::JsonText;
use crate::operation::NoMembers;
use crate::timestamp::Timestamp;

pub use chars::Chars;
pub use source::{Draw, Source};
pub use text::Texts;

/// Draws a value from bytes.
///
/// # Errors
/// There is no valid value, or none was found.
pub fn draw<T: Draw>(bytes: &mut Unstructured<'_>) -> Result<T> {
    Source::new(bytes).own().ok_or(Error::IncorrectFormat)
}

/// Implements `Arbitrary` for generated types. A row of a structure has a field, whether it is
/// required, and the function that draws its value; a row of a union an index, a variant and such a
/// function, the first one for the smallest value.
#[doc(hidden)]
#[macro_export]
macro_rules! __arbitrary {
    ($(
        $kind:ident $type:path $({ $($rows:tt)* })?;
    )*) => {
        $(
            $crate::__arbitrary_type! { $kind $type $({ $($rows)* })? }

            impl<'a> $crate::__private::v1::arbitrary::Arbitrary<'a> for $type {
                fn arbitrary(
                    bytes: &mut $crate::__private::v1::arbitrary::Unstructured<'a>,
                ) -> $crate::__private::v1::arbitrary::Result<Self> {
                    $crate::__private::v1::arbitrary::draw(bytes)
                }
            }
        )*
    };
    ($($unknown:tt)*) => {
        $crate::__unreadable! { "arbitrary values" }
    };
}

/// Implements [`Draw`] for a generated type.
#[doc(hidden)]
#[macro_export]
macro_rules! __arbitrary_type {
    (structure $type:path { $($field:ident: $method:ident $draw:expr,)* }) => {
        impl $crate::__private::v1::arbitrary::Draw for $type {
            fn draw(
                from: &mut $crate::__private::v1::arbitrary::Source<'_, '_>,
            ) -> ::core::option::Option<Self> {
                #[allow(unused_mut)]
                let mut value = <Self as ::core::default::Default>::default();
                $(from.$method(&mut value.$field, $draw);)*
                from.finish(value)
            }
        }
    };
    (union $type:path { $($index:literal $variant:ident: $draw:expr,)* }) => {
        impl $crate::__private::v1::arbitrary::Draw for $type {
            fn draw(
                from: &mut $crate::__private::v1::arbitrary::Source<'_, '_>,
            ) -> ::core::option::Option<Self> {
                const COUNT: u32 = 0 $(+ { let _: u32 = $index; 1 })*;
                match from.variant(COUNT) {
                    $($index => from.call($draw).map(Self::$variant),)*
                    _ => ::core::option::Option::None,
                }
            }
        }
    };
    (open_enum $type:path) => {
        impl $crate::__private::v1::arbitrary::Draw for $type {
            fn draw(
                from: &mut $crate::__private::v1::arbitrary::Source<'_, '_>,
            ) -> ::core::option::Option<Self> {
                ::core::option::Option::Some(from.open_enum())
            }
        }
    };
    (impossible $type:path) => {
        impl $crate::__private::v1::arbitrary::Draw for $type {
            fn draw(
                _: &mut $crate::__private::v1::arbitrary::Source<'_, '_>,
            ) -> ::core::option::Option<Self> {
                ::core::option::Option::None
            }
        }
    };
    ($($unknown:tt)*) => {
        $crate::__unreadable! { "arbitrary values" }
    };
}

/// Any bytes.
impl<'a> Arbitrary<'a> for Blob {
    fn arbitrary(bytes: &mut Unstructured<'a>) -> Result<Self> {
        Source::new(bytes).blob(None, None).ok_or(Error::IncorrectFormat)
    }
}

/// A time in the years 0001 to 9999, mostly of this century, with milliseconds.
impl<'a> Arbitrary<'a> for Timestamp {
    fn arbitrary(bytes: &mut Unstructured<'a>) -> Result<Self> {
        Source::new(bytes).time().ok_or(Error::IncorrectFormat)
    }
}

/// JSON of a few levels. It is never null itself, because null stands for nothing.
impl<'a> Arbitrary<'a> for Document {
    fn arbitrary(bytes: &mut Unstructured<'a>) -> Result<Self> {
        Source::new(bytes).document().ok_or(Error::IncorrectFormat)
    }
}

/// A document as text.
impl<'a> Arbitrary<'a> for JsonText {
    fn arbitrary(bytes: &mut Unstructured<'a>) -> Result<Self> {
        Source::new(bytes).json(None, None).ok_or(Error::IncorrectFormat)
    }
}

/// The only value.
impl<'a> Arbitrary<'a> for NoMembers {
    fn arbitrary(_: &mut Unstructured<'a>) -> Result<Self> {
        Ok(Self::default())
    }
}
