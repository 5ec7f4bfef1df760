//! The names that the official SDK's generator, smithy-rs, chooses.

use heck::ToUpperCamelCase;

/// Words that are kept whole in any case.
const WHOLE_WORDS: [&str; 7] = ["ipv4", "ipv6", "sigv4", "mib", "gib", "kib", "ttl"];

/// The name of a type or variant: `XMLClassifier` is `XmlClassifier`.
pub(super) fn type_name(name: &str) -> String {
    possible(&name.to_upper_camel_case())
}

/// The name of an operation with its acronyms kept, as in the enum of its errors.
pub(super) fn capitalized(name: &str) -> String {
    let mut characters = name.chars();
    let first = characters.next().map(|first| first.to_ascii_uppercase());
    possible(&first.into_iter().chain(characters).collect::<String>())
}

/// The name itself if Rust allows it, which is true of all of AWS's names. Otherwise a valid name,
/// whether or not the SDK has such an item.
fn possible(name: &str) -> String {
    let mut possible: String =
        name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
    if !possible.starts_with(|c: char| c.is_ascii_alphabetic()) {
        possible.insert(0, '_');
    }
    possible
}

/// The name of a union's variant; the catch-all has the name `Unknown`.
pub(super) fn variant_name(name: &str) -> String {
    match type_name(name).as_str() {
        "Unknown" => "UnknownValue".to_owned(),
        "UnknownValue" => "UnknownValue_".to_owned(),
        other => other.to_owned(),
    }
}

/// The name of a field; some names are taken by methods or fields of the SDK's own.
pub(super) fn field_name(name: &str) -> String {
    let snake = snake_name(name);
    match snake.as_str() {
        "build" | "builder" | "default" | "send" | "make_operation" | "presigned" | "customize"
        | "meta" => format!("{snake}_value"),
        _ => snake,
    }
}

/// The name of a member or module in snake case: `DPUSeconds` is `dpu_seconds`.
pub(super) fn snake_name(name: &str) -> String {
    let characters: Vec<char> = name.chars().collect();
    let mut words = Words { all: Vec::new(), last: String::new(), may_be_whole: true };
    let has_upper = name.contains(|c: char| c.is_ascii_uppercase());
    for (index, &next) in characters.iter().enumerate() {
        words.may_be_whole &= words.continue_whole_word(&characters[index..]);
        let ends = !words.may_be_whole && ends_word(&words.last, next, has_upper)
            || ends_acronym(&words.last, &characters[index..]);
        match (next.is_alphanumeric(), words.last.is_empty()) {
            (false, _) => words.end(),
            (true, false) if ends => words.end(),
            _ => {}
        }
        words.last.extend(next.is_alphanumeric().then_some(next));
    }
    words.end();
    possible(&words.all.join("_").to_lowercase())
}

/// The words of a name found so far.
struct Words {
    all: Vec<String>,
    last: String,
    /// Whether the last word may become one of [`WHOLE_WORDS`].
    may_be_whole: bool,
}

impl Words {
    fn end(&mut self) {
        self.may_be_whole = true;
        if !self.last.is_empty() {
            self.all.push(std::mem::take(&mut self.last));
        }
    }

    /// Whether the last word and the rest start with a whole word that is not yet complete.
    fn continue_whole_word(&self, rest: &[char]) -> bool {
        let last = self.last.to_lowercase();
        let text: String = self.last.chars().chain(rest.iter().copied()).collect();
        let text = text.to_lowercase();
        let starts = WHOLE_WORDS.iter().any(|word| text.starts_with(word));
        starts && !WHOLE_WORDS.contains(&last.as_str())
    }
}

/// Whether `next` starts a word because the case changes: `ab|C`, `a2|C`, and in names without
/// capitals `s3|key`.
fn ends_word(last: &str, next: char, has_upper: bool) -> bool {
    let Some(before) = last.chars().next_back() else { return false };
    match next.is_uppercase() {
        true => before.is_lowercase() || before.is_numeric(),
        false => !has_upper && before.is_numeric() && next.is_lowercase(),
    }
}

/// Whether the rest starts a word after an acronym: `DB|Proxy`, but neither `ACLs` nor
/// `DynamoDBv2`.
fn ends_acronym(last: &str, rest: &[char]) -> bool {
    let in_acronym = last.chars().next_back().is_some_and(char::is_uppercase);
    match rest {
        [next, peek, after @ ..] if in_acronym && next.is_uppercase() && peek.is_lowercase() => {
            let after = after.first();
            let is_plural = *peek == 's' && !after.is_some_and(|c| c.is_lowercase());
            let is_version = *peek == 'v' && after.is_some_and(|c| c.is_numeric());
            !is_plural && !is_version
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{capitalized, field_name, snake_name, type_name, variant_name};

    /// The names are from aws-sdk-glue, aws-sdk-lambda, aws-sdk-medialive, aws-sdk-s3 and
    /// aws-sdk-storagegateway.
    #[test]
    fn names_are_those_of_published_crates() {
        let types = [
            ("JobRun", "JobRun"),
            ("XMLClassifier", "XmlClassifier"),
            ("DDBELTConnectionOptions", "DdbeltConnectionOptions"),
            ("DynamoDBELTConnectorSource", "DynamoDbeltConnectorSource"),
            ("MySQLCatalogTarget", "MySqlCatalogTarget"),
            ("S3CsvSource", "S3CsvSource"),
            ("CreateCachediSCSIVolume", "CreateCachediScsiVolume"),
            ("glueConnectionName", "GlueConnectionName"),
        ];
        for (name, expected) in types {
            assert_eq!(type_name(name), expected);
        }
        let members = [
            ("DPUSeconds", "dpu_seconds"),
            ("EC2InstanceIds", "ec2_instance_ids"),
            ("SSEKMSKeyId", "ssekms_key_id"),
            ("BlockPublicAcls", "block_public_acls"),
            ("MLUserDataEncryption", "ml_user_data_encryption"),
            ("S3Targets", "s3_targets"),
            ("IPv6Address", "ipv6_address"),
            ("ExecutionEnvironmentMemoryGiBPerVCpu", "execution_environment_memory_gib_per_v_cpu"),
            ("CreateCachediSCSIVolume", "create_cachedi_scsi_volume"),
            ("Type", "type"),
        ];
        for (name, expected) in members {
            assert_eq!(snake_name(name), expected);
        }
    }

    #[test]
    fn names_that_the_sdk_needs_itself_give_way() {
        assert_eq!(field_name("Default"), "default_value");
        assert_eq!(field_name("Meta"), "meta_value");
        assert_eq!(field_name("Builders"), "builders");
        assert_eq!(variant_name("Unknown"), "UnknownValue");
        assert_eq!(variant_name("unknownValue"), "UnknownValue_");
    }

    #[test]
    fn no_name_is_impossible() {
        for name in ["", "1", "_", "é", "²x", "a-b c", "x\u{0}y", "日本", "){}"] {
            for found in [type_name(name), capitalized(name), field_name(name), variant_name(name)]
            {
                let first = found.chars().next();
                assert!(first.is_some_and(|c| c.is_ascii_alphabetic() || c == '_'), "{name:?}");
                let rest = |c: char| c.is_ascii_alphanumeric() || c == '_';
                assert!(found.chars().all(rest), "{name:?} is {found:?}");
            }
        }
    }

    #[test]
    fn operations_keep_their_acronyms() {
        assert_eq!(capitalized("CreateMLTransform"), "CreateMLTransform");
        assert_eq!(capitalized("getItem"), "GetItem");
    }
}
