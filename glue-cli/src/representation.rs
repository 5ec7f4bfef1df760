//! `--timestamps`, `--maps` and `--bytes`: the types that members have.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Arg, ArgAction, ArgMatches};
use glue_codegen::{Maps, Options, Timestamps};

const TIMESTAMPS: &str = "timestamps";
const MAPS: &str = "maps";
const BYTES: &str = "bytes";

/// The options that choose types.
pub(super) fn arguments() -> [Arg; 3] {
    let timestamps = PossibleValuesParser::new(["jiff", "chrono", "time"]);
    let timestamps = timestamps.map(|name| match name.as_str() {
        "jiff" => Timestamps::Jiff,
        "chrono" => Timestamps::Chrono,
        _ => Timestamps::Time,
    });
    let maps = PossibleValuesParser::new(["btree", "hash", "index"]);
    let maps = maps.map(|name| match name.as_str() {
        "btree" => Maps::BTree,
        "hash" => Maps::Hash,
        _ => Maps::Index,
    });
    [
        Arg::new(TIMESTAMPS)
            .long(TIMESTAMPS)
            .value_name("CRATE")
            .value_parser(timestamps)
            .help("Give times the type of a date crate, instead of glue-runtime's"),
        Arg::new(MAPS)
            .long(MAPS)
            .value_name("KIND")
            .value_parser(maps)
            .help("Give maps another type [default: btree]"),
        Arg::new(BYTES)
            .long(BYTES)
            .action(ArgAction::SetTrue)
            .help("Give blobs the type bytes::Bytes, instead of glue-runtime's"),
    ]
}

/// Sets the types that the arguments choose.
pub(super) fn choose(matches: &ArgMatches, options: &mut Options) {
    options.timestamps = matches.get_one(TIMESTAMPS).copied().unwrap_or_default();
    options.maps = matches.get_one(MAPS).copied().unwrap_or_default();
    options.bytes = matches.get_flag(BYTES);
}
