//! What all tables end with.

/// Implements serde's traits for a type with the functions that read and write it, and
/// [`Held`](crate::generated::Held) with the one that reads it into its place, where it has one.
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    ($type:ident: $read:ident, $write:ident $(, $read_into:ident)?) => {
        #[allow(deprecated)]
        impl<'de> $crate::generated::Deserialize<'de> for $type {
            fn deserialize<D: $crate::generated::Deserializer<'de>>(
                from: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::generated::$read(from)
            }
        }

        #[allow(deprecated)]
        impl $crate::generated::Serialize for $type {
            fn serialize<S: $crate::generated::Serializer>(
                &self,
                to: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::generated::$write(self, to)
            }
        }

        #[doc(hidden)]
        #[allow(deprecated)]
        impl $crate::generated::Held for $type {
            $(fn read_into<
                'de,
                D: $crate::generated::Deserializer<'de>,
                P: $crate::generated::Place<Value = Self>,
            >(
                from: D,
                place: &mut P,
            ) -> ::core::result::Result<(), D::Error> {
                $crate::generated::$read_into(from, place)
            })?
        }
    };
}
