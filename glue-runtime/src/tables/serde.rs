//! What all tables end with.

/// Implements serde's traits for a type with the functions that read and write it, and
/// [`Held`](crate::__private::v1::Held) with the one that reads it into its place, where it has one.
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    ($type:ident: $read:ident, $write:ident $(, $read_into:ident)?) => {
        #[allow(deprecated)]
        impl<'de> $crate::__private::v1::Deserialize<'de> for $type {
            fn deserialize<D: $crate::__private::v1::Deserializer<'de>>(
                from: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::v1::$read(from)
            }
        }

        #[allow(deprecated)]
        impl $crate::__private::v1::Serialize for $type {
            fn serialize<S: $crate::__private::v1::Serializer>(
                &self,
                to: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__private::v1::$write(self, to)
            }
        }

        #[doc(hidden)]
        #[allow(deprecated)]
        impl $crate::__private::v1::Held for $type {
            $(fn read_into<
                'de,
                D: $crate::__private::v1::Deserializer<'de>,
                P: $crate::__private::v1::Place<Value = Self>,
            >(
                from: D,
                place: &mut P,
            ) -> ::core::result::Result<(), D::Error> {
                $crate::__private::v1::$read_into(from, place)
            })?
        }
    };
    ($($unknown:tt)*) => {
        $crate::__unreadable! { "a type" }
    };
}
