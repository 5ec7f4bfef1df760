//! Types of a part of Glue's model, with conversions from and to the official SDK's types.

#[cfg(feature = "aws-sdk-glue")]
include!(concat!(env!("OUT_DIR"), "/glue.rs"));
