//! The table of an operation's errors.

/// Implements [`OperationError`](crate::OperationError) and what goes with it for the enum of an
/// operation's errors. A row has a variant and the names of its error.
#[doc(hidden)]
#[macro_export]
macro_rules! __operation_error {
    ($type:ident { $($variant:ident $(= $($name:literal)|+)?;)* }) => {
        #[allow(deprecated)]
        impl $crate::OperationError for $type {
            #[inline]
            fn facts(&self) -> $crate::__private::v1::ErrorFacts<'_> {
                match self {
                    $(Self::$variant(error) => error.facts(),)*
                    Self::Unmodeled(error) => error.facts(),
                }
            }
        }

        #[allow(deprecated, unused_variables)]
        impl ::core::convert::From<$crate::ErrorEnvelope> for $type {
            #[inline]
            fn from(error: $crate::ErrorEnvelope) -> Self {
                $crate::ErrorEnvelope::identify(
                    error,
                    |name, error| match name {
                        $($($($name)|+ => error.read(Self::$variant),)?)*
                        _ => ::core::option::Option::None,
                    },
                    Self::Unmodeled,
                )
            }
        }

        #[allow(deprecated)]
        impl ::core::fmt::Display for $type {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&$crate::OperationError::facts(self), f)
            }
        }

        #[allow(deprecated)]
        impl ::core::error::Error for $type {}
    };
    ($($unknown:tt)*) => {
        $crate::__unreadable! { "an operation's errors" }
    };
}
