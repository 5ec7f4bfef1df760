//! Characters that people can read.

/// Characters that are tried first, so that a text is as readable as possible. All are older than
/// Java 17.
pub(crate) const READABLE: &str = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_./:@ \
    !\"#$%&'()*+,;<=>?[\\]^`{|}~\n\t\ré\u{df}Ωя中あ한😀";
