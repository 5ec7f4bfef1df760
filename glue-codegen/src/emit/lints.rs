//! Clippy lints about names that are not part of a crate's interface: the names come from the
//! model, and users cannot change them.

use proc_macro2::Ident;

/// The names that the last variant of an enum can have.
const CATCH_ALLS: [&str; 2] = ["Unknown", "Unmodeled"];

/// The attribute for a type, or an enum with these variants, whose names clippy warns about.
pub(super) fn allow_names<'a>(
    name: &Ident,
    variants: impl Iterator<Item = &'a Ident>,
) -> Option<&'static str> {
    let name = name.to_string();
    let (mut acronym, mut repeated) = (is_acronym(&name), false);
    // The catch-all counts too, so all variants may begin alike.
    let mut alike = CATCH_ALLS.map(|catch_all| (catch_all, true));
    let mut count = 0;
    for variant in variants {
        let variant = variant.to_string();
        acronym |= is_acronym(&variant);
        repeated |= repeats(&variant, &name);
        alike.iter_mut().for_each(|(catch_all, all)| *all &= variant.starts_with(*catch_all));
        count += 1;
    }
    repeated |= count > 1 && alike.iter().any(|(_, all)| *all);
    repeated |= count > 0 && CATCH_ALLS.iter().any(|catch_all| repeats(catch_all, &name));
    match (acronym, repeated) {
        (true, true) => Some("#[allow(clippy::upper_case_acronyms, clippy::enum_variant_names)]\n"),
        (true, false) => Some("#[allow(clippy::upper_case_acronyms)]\n"),
        (false, true) => Some("#[allow(clippy::enum_variant_names)]\n"),
        (false, false) => None,
    }
}

/// Whether the lint `upper_case_acronyms` warns about a name, such as `VPC`.
fn is_acronym(name: &str) -> bool {
    name.len() > 2 && name.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Whether the lint `enum_variant_names` may warn about a variant because its enum's name is in it.
fn repeats(variant: &str, item: &str) -> bool {
    let goes_on = |rest: &str| rest.starts_with(|c: char| !c.is_ascii_lowercase());
    variant.ends_with(item) || variant.strip_prefix(item).is_some_and(goes_on)
}

#[cfg(test)]
mod tests {
    use proc_macro2::Span;

    use super::*;

    fn allowed(name: &str, variants: &[&str]) -> Option<&'static str> {
        let ident = |name: &&str| Ident::new(name, Span::call_site());
        let variants: Vec<Ident> = variants.iter().map(ident).collect();
        allow_names(&ident(&name), variants.iter())
    }

    #[test]
    fn names_are_allowed_that_clippy_finds() {
        let acronyms = Some("#[allow(clippy::upper_case_acronyms)]\n");
        let repeated = Some("#[allow(clippy::enum_variant_names)]\n");
        for (name, variants, expected) in [
            ("VPC", &[][..], acronyms),
            ("S3", &[], None),
            ("Vpc", &["V1"], None),
            ("GetError", &["ABC"], acronyms),
            ("Type", &["TypeA", "Other"], repeated),
            ("Type", &["Other", "OtherType"], repeated),
            ("Type", &["Typed", "Kind"], None),
            ("Kind", &["UnknownA", "UnknownB"], repeated),
            ("Kind", &["UnknownA", "B"], None),
            ("Kind", &[], None),
            ("Unknown", &["A"], repeated),
            ("Unknown", &[], None),
        ] {
            assert_eq!(allowed(name, variants), expected, "{name}, {variants:?}");
        }
        let both = "#[allow(clippy::upper_case_acronyms, clippy::enum_variant_names)]\n";
        assert_eq!(allowed("ABC", &["ABC"]), Some(both));
    }
}
