//! The table of a structure.

/// Implements [`Structure`](crate::__private::v1::Structure) and serde's traits for a structure.
///
/// A row is a member's index, key and field, the method of
/// [`MemberReader`](crate::__private::v1::MemberReader) and
/// [`MemberWriter`](crate::__private::v1::MemberWriter) that reads and writes it, perhaps with a
/// codec, and its setter with the type that this takes. A structure that keeps unknown members has
/// their field and its setter after the rows.
#[doc(hidden)]
#[macro_export]
macro_rules! __structure {
    (
        $type:ident = $name:literal {
            $(
                $index:literal $key:literal $field:ident:
                $method:ident $($codec:ident $(<$argument:ty>)?)?,
                $(#[$attribute:meta])* $setter:ident($value:ty);
            )*
        }
        $(aliases [$($alias:expr),* $(,)?])?
        $(bindings [$($binding:expr),* $(,)?])?
        $(unknown [$unknown:ident, $set_unknown:ident])?
    ) => {
        #[allow(deprecated)]
        impl $type {
            $(
                #[doc = ::core::concat!("Sets `", $key, "`.")]
                #[must_use]
                #[inline]
                $(#[$attribute])*
                pub fn $setter(mut self, value: $value) -> Self {
                    self.$field = ::core::option::Option::Some(value.into());
                    self
                }
            )*
            $(
                /// Sets the members that the model does not have.
                #[must_use]
                #[inline]
                pub fn $set_unknown(
                    mut self,
                    members: impl ::core::convert::Into<$crate::UnknownMembers>,
                ) -> Self {
                    self.$unknown = members.into();
                    self
                }
            )?
        }

        #[doc(hidden)]
        #[allow(deprecated, unused_variables)]
        impl $crate::__private::v1::Structure for $type {
            const NAME: &'static str = $name;
            const MEMBERS: &'static [&'static str] = &[$($key),*];
            $(const ALIASES: &'static [(&'static str, usize)] = &[$($alias),*];)?
            $(const BINDINGS: &'static [$crate::Binding] = &[$($binding),*];)?
            $(
                const KEEPS_UNKNOWN: bool = true;

                fn unknown_members(&self) -> ::core::option::Option<&$crate::UnknownMembers> {
                    ::core::option::Option::Some(&self.$unknown)
                }

                fn unknown_members_mut(
                    &mut self,
                ) -> ::core::option::Option<&mut $crate::UnknownMembers> {
                    ::core::option::Option::Some(&mut self.$unknown)
                }
            )?

            fn read_member<'de, A: $crate::__private::v1::MapAccess<'de>>(
                &mut self,
                member: usize,
                from: &mut $crate::__private::v1::MemberReader<A>,
            ) -> ::core::result::Result<(), A::Error> {
                match member {
                    $($index => from.$method $(::<$crate::__private::v1::$codec $(<$argument>)?, _>)? (
                        &mut self.$field
                    ),)*
                    _ => from.skip(),
                }
            }

            #[inline]
            fn write_members<M: $crate::__private::v1::SerializeMap>(
                &self,
                to: &mut $crate::__private::v1::MemberWriter<M>,
            ) {
                $(to.$method $(::<$crate::__private::v1::$codec $(<$argument>)?, _>)? (
                    $key, &self.$field
                );)*
                $(to.unknown::<Self>(&self.$unknown);)?
            }
        }

        $crate::__serde! { $type: read_structure, write_structure, read_structure_into }
    };
    ($($unknown:tt)*) => {
        $crate::__unreadable! { "a structure" }
    };
}
