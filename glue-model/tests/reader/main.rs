//! Reading models: what is read of good ones, what is said of bad ones, and that nothing panics.

#[cfg(test)]
mod bindings;
#[cfg(test)]
mod botocore;
#[cfg(test)]
mod common;
#[cfg(test)]
mod corpus;
#[cfg(test)]
mod diagnostics;
#[cfg(test)]
mod fixes;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod json;
#[cfg(test)]
mod parity;
#[cfg(test)]
mod pointers;
#[cfg(test)]
mod smithy;
