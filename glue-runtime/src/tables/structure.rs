//! The table of a structure.

/// Implements [`Structure`](crate::generated::Structure) and serde's traits for a structure, and
/// [`Placeholder`](crate::generated::Placeholder) where the head says so, for one without a default.
///
/// A row is a member's index, key and field, the method of
/// [`MemberReader`](crate::generated::MemberReader) and
/// [`MemberWriter`](crate::generated::MemberWriter) that it is read and written by, and its setter
/// with what that takes. In parentheses behind the method the required members are counted; a codec
/// may follow.
#[doc(hidden)]
#[macro_export]
macro_rules! __structure {
    (
        $type:ident $(: $placeholder:ident)? = $name:literal {
            $(
                $index:literal $key:literal $field:ident:
                $method:ident $(($nth:literal))? $($codec:ident $(<$argument:ty>)?)?
                $(, $(#[$attribute:meta])* $setter:ident($value:ty))?;
            )*
        }
        $(required [$($required:literal),* $(,)?])?
        $(aliases [$($alias:expr),* $(,)?])?
        $(bindings [$($binding:expr),* $(,)?])?
    ) => {
        #[allow(deprecated)]
        impl $type {
            $($(
                #[doc = ::core::concat!("Sets `", $key, "`.")]
                #[must_use]
                #[inline]
                $(#[$attribute])*
                pub fn $setter(mut self, value: $value) -> Self {
                    self.$field = ::core::option::Option::Some(value.into());
                    self
                }
            )?)*
        }

        #[allow(deprecated, unused_variables)]
        impl $crate::generated::Structure for $type {
            const NAME: &'static str = $name;
            const MEMBERS: &'static [&'static str] = &[$($key),*];
            $(const REQUIRED: &'static [usize] = &[$($required),*];)?
            $(const ALIASES: &'static [(&'static str, usize)] = &[$($alias),*];)?
            $(const BINDINGS: &'static [$crate::Binding] = &[$($binding),*];)?

            fn read_member<'de, A: $crate::generated::MapAccess<'de>>(
                &mut self,
                member: usize,
                from: &mut $crate::generated::MemberReader<A>,
            ) -> ::core::result::Result<(), A::Error> {
                match member {
                    $($index => from.$method $(::<$crate::generated::$codec $(<$argument>)?, _>)? (
                        $($nth,)? &mut self.$field
                    ),)*
                    _ => from.skip(),
                }
            }

            #[inline]
            fn write_members<M: $crate::generated::SerializeMap>(
                &self,
                to: &mut $crate::generated::MemberWriter<M>,
            ) {
                $(to.$method $(::<$crate::generated::$codec $(<$argument>)?, _>)? (
                    $key, &self.$field
                );)*
            }
        }

        $crate::__placeholder! { $type $($placeholder)? { $($field)* } }

        $crate::__serde! { $type: read_structure, write_structure, read_structure_into }
    };
}

/// Implements [`Placeholder`](crate::generated::Placeholder) where its name follows the type's.
#[doc(hidden)]
#[macro_export]
macro_rules! __placeholder {
    ($type:ident { $($field:ident)* }) => {};
    ($type:ident Placeholder { $($field:ident)* }) => {
        #[allow(deprecated)]
        impl $crate::generated::Placeholder for $type {
            #[inline]
            fn placeholder() -> Self {
                Self { $($field: $crate::generated::Placeholder::placeholder()),* }
            }
        }
    };
}
