//! The table of an enum.

/// Implements [`OpenEnum`](crate::OpenEnum), serde's traits and conversions from and to text for an
/// enum. A row has a variant's index and name, and its value on the wire. Internal values may
/// follow the rows.
#[doc(hidden)]
#[macro_export]
macro_rules! __open_enum {
    (
        $type:ident { $($index:literal $variant:ident $value:literal;)* }
        $(internal [$($internal:literal),* $(,)?])?
    ) => {
        #[allow(deprecated)]
        impl $type {
            /// The known values, in the order of the model.
            pub const VALUES: &'static [&'static str] = &[$($value),*];

            /// The value on the wire.
            #[must_use]
            #[inline]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $value,)*
                    Self::Unknown(value) => value.as_str(),
                }
            }

            /// The variant for a known value. `From<&str>` keeps any value, because services add
            /// some; this is for text that was written by hand.
            ///
            /// # Errors
            ///
            /// When the model does not know the value.
            #[inline]
            pub fn try_parse(
                value: &str,
            ) -> ::core::result::Result<Self, $crate::ParseEnumError> {
                $crate::__private::v1::try_parse_enum(value)
            }
        }

        #[allow(deprecated)]
        impl $crate::OpenEnum for $type {
            const VALUES: &'static [&'static str] = Self::VALUES;
            $(const INTERNAL: &'static [&'static str] = &[$($internal),*];)?

            #[inline]
            fn from_index(index: usize) -> ::core::option::Option<Self> {
                match index {
                    $($index => ::core::option::Option::Some(Self::$variant),)*
                    _ => ::core::option::Option::None,
                }
            }

            #[inline]
            fn from_unrecognized(value: $crate::Unrecognized<Self>) -> Self {
                Self::Unknown(value)
            }

            #[inline]
            fn as_str(&self) -> &str {
                self.as_str()
            }
        }

        #[allow(deprecated)]
        impl ::core::convert::From<&str> for $type {
            #[inline]
            fn from(value: &str) -> Self {
                $crate::__private::v1::parse_enum(value)
            }
        }

        #[allow(deprecated)]
        impl ::core::convert::From<::std::string::String> for $type {
            #[inline]
            fn from(value: ::std::string::String) -> Self {
                $crate::__private::v1::parse_enum(value)
            }
        }

        #[allow(deprecated)]
        impl ::core::str::FromStr for $type {
            type Err = ::core::convert::Infallible;

            #[inline]
            fn from_str(
                value: &str,
            ) -> ::core::result::Result<Self, ::core::convert::Infallible> {
                ::core::result::Result::Ok($crate::__private::v1::parse_enum(value))
            }
        }

        #[allow(deprecated)]
        impl ::core::convert::AsRef<str> for $type {
            #[inline]
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        #[allow(deprecated)]
        impl ::core::fmt::Display for $type {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        $crate::__serde! { $type: read_enum, write_enum }
    };
    ($($unknown:tt)*) => {
        $crate::__unreadable! { "an enum" }
    };
}
