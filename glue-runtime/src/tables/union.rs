//! The table of a union.

/// Implements [`Union`](crate::generated::Union) and serde's traits for a union.
///
/// A row is a member's index, key and variant, and the method of
/// [`VariantReader`](crate::generated::VariantReader) and
/// [`VariantWriter`](crate::generated::VariantWriter) that it is read and written by. Behind the key
/// the member's name may follow where that is another, and behind the method a codec.
#[doc(hidden)]
#[macro_export]
macro_rules! __union {
    (
        $type:ident = $name:literal {
            $(
                $index:literal $key:literal $($alias:literal)? $variant:ident:
                $method:ident $($codec:ident $(<$argument:ty>)?)?;
            )*
        }
    ) => {
        #[allow(deprecated)]
        impl $crate::generated::Union for $type {
            const NAME: &'static str = $name;
            const MEMBERS: &'static [&'static str] = &[$($key),*];
            const ALIASES: &'static [(&'static str, usize)] = &[$($(($alias, $index),)?)*];

            fn read_variant<'de, A: $crate::generated::MapAccess<'de>>(
                member: usize,
                from: &mut $crate::generated::VariantReader<A>,
            ) -> ::core::result::Result<::core::option::Option<Self>, A::Error> {
                match member {
                    $($index => from.$method $(::<$crate::generated::$codec $(<$argument>)?, _, _>)? (
                        Self::$variant
                    ),)*
                    _ => from.skip(),
                }
            }

            #[inline]
            fn from_unknown(member: $crate::UnknownMember) -> Self {
                Self::Unknown(member)
            }
        }

        #[allow(deprecated)]
        impl<'de> $crate::generated::Deserialize<'de> for $type {
            fn deserialize<D: $crate::generated::Deserializer<'de>>(
                from: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::generated::read_union(from)
            }
        }

        #[allow(deprecated)]
        impl $crate::generated::Serialize for $type {
            fn serialize<S: $crate::generated::Serializer>(
                &self,
                to: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                let to = $crate::generated::VariantWriter::new(to);
                match self {
                    $(
                        Self::$variant(value) => to
                            $(.named($key, $alias))?
                            .$method $(::<$crate::generated::$codec $(<$argument>)?, _>)? (
                                $key, value
                            ),
                    )*
                    Self::Unknown(member) => to.unknown(member),
                }
            }
        }
    };
}
