//! What all tables end with.

/// Implements serde's traits for a type with the functions that read and write it.
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    ($type:ident: $read:ident, $write:ident) => {
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
    };
}
