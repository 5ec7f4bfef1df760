//! Files in a tar archive that gzip has compressed, such as an sdist.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufReader, Error, ErrorKind, Read};
use std::path::Path;

use flate2::read::MultiGzDecoder;
use glue_codegen::files::read_limited;
use tar::{Archive, Entry, EntryType, PaxExtensions};

use super::entry::{Fault, InnerVisitor, Stop};

/// How many bytes an archive may unpack to: sdists of botocore do to a quarter of a gigabyte.
const MOST: u64 = 4 * 1024 * 1024 * 1024;

/// How many bytes a header may have that gives a file its name.
const MOST_HEADER: u64 = 64 * 1024;

pub(super) fn names(path: &Path) -> Result<Vec<String>, Fault> {
    let mut names = Vec::new();
    let named = walk(path, |name, _| {
        names.push(name.to_owned());
        Ok(true)
    });
    match named {
        Err(Stop::Fault(_, error)) => Err(error),
        _ => Ok(names),
    }
}

pub(super) fn visit(path: &Path, names: &[&str], each: InnerVisitor<'_>) -> Result<(), Stop> {
    let mut left: BTreeSet<&str> = names.iter().copied().collect();
    walk(path, |name, entry| {
        if left.remove(name) {
            each(name, read_limited(entry).map_err(|error| Stop::at(name, error))?)?;
        }
        Ok(!left.is_empty())
    })
}

/// Goes from file to file until it is told to stop. Anything that is not a file, such as a link, is
/// passed over.
fn walk(
    path: &Path,
    mut each: impl FnMut(&str, &mut dyn Read) -> Result<bool, Stop>,
) -> Result<(), Stop> {
    let file = BufReader::new(File::open(path)?);
    let mut archive = Archive::new(MultiGzDecoder::new(file).take(MOST));
    let mut long_name = None;
    // Raw, because the library would take headers of any size into memory.
    for entry in archive.entries()?.raw(true) {
        let mut entry = entry?;
        match entry.header().entry_type() {
            EntryType::XHeader => long_name = pax_name(&header(&mut entry)?),
            EntryType::GNULongName => {
                long_name = text(header(&mut entry)?.split(|byte| *byte == 0).next());
            }
            EntryType::XGlobalHeader | EntryType::GNULongLink => {}
            EntryType::Regular | EntryType::Continuous => {
                let name = long_name.take().or_else(|| text(Some(&entry.path_bytes())));
                // A name that is not text is none that anybody asks for.
                if let Some(name) = name
                    && !each(&name, &mut entry)?
                {
                    return Ok(());
                }
            }
            _ => long_name = None,
        }
    }
    Ok(())
}

fn header(entry: &mut Entry<'_, impl Read>) -> Result<Vec<u8>, Fault> {
    if entry.size() > MOST_HEADER {
        return Err(Error::new(ErrorKind::InvalidData, "a file's name is too long"));
    }
    read_limited(entry)
}

/// The name in the extended header of a file.
fn pax_name(header: &[u8]) -> Option<String> {
    let mut records = PaxExtensions::new(header).filter_map(Result::ok);
    let path = records.find(|record| record.key_bytes() == b"path")?;
    text(Some(path.value_bytes()))
}

fn text(bytes: Option<&[u8]>) -> Option<String> {
    std::str::from_utf8(bytes?).ok().map(str::to_owned)
}
