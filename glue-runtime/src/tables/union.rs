//! The table of a union.

/// Implements [`Union`](crate::__private::v1::Union) and serde's traits for a union.
///
/// A row is a member's index, key and variant, and the method of
/// [`VariantReader`](crate::__private::v1::VariantReader) and
/// [`VariantWriter`](crate::__private::v1::VariantWriter) that it is read and written by. The
/// member's name may follow the key if it differs, and a codec may follow the method.
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
        #[doc(hidden)]
        #[allow(deprecated)]
        impl $crate::__private::v1::Union for $type {
            const NAME: &'static str = $name;
            const MEMBERS: &'static [&'static str] = &[$($key),*];
            const ALIASES: &'static [(&'static str, usize)] = &[$($(($alias, $index),)?)*];

            fn read_variant<'de, A: $crate::__private::v1::MapAccess<'de>>(
                member: usize,
                from: &mut $crate::__private::v1::VariantReader<A>,
            ) -> ::core::result::Result<::core::option::Option<Self>, A::Error> {
                match member {
                    $($index => from.$method $(::<$crate::__private::v1::$codec $(<$argument>)?, _, _>)? (
                        Self::$variant
                    ),)*
                    _ => from.skip(),
                }
            }

            fn write_variant<S: $crate::__private::v1::Serializer>(
                &self,
                to: $crate::__private::v1::VariantWriter<S>,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                match self {
                    $(
                        Self::$variant(value) => to
                            $(.named($key, $alias))?
                            .$method $(::<$crate::__private::v1::$codec $(<$argument>)?, _>)? (
                                $key, value
                            ),
                    )*
                    Self::Unknown(member) => to.unknown(member),
                }
            }

            #[inline]
            fn from_unknown(member: $crate::UnknownMember) -> Self {
                Self::Unknown(member)
            }
        }

        $crate::__serde! { $type: read_union, write_union, read_union_into }
    };
    ($($unknown:tt)*) => {
        $crate::__unreadable! { "a union" }
    };
}
