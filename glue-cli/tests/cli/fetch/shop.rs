//! Sources of small models, and a folder to fetch them into that knows no other.

use std::fs;
use std::io::{Cursor, Write};
use std::process::Command;

use flate2::Compression;
use flate2::write::GzEncoder;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::support::{Playground, Run};

/// The model of the toys: with a description, and a member and a shape that are called like one.
pub(crate) const TOYS: &str = r#"{
  "version": "2.0",
  "metadata": {
    "serviceFullName": "Toy Box", "serviceId": "Toy Box", "endpointPrefix": "box",
    "apiVersion": "2020-02-02", "jsonVersion": "1.1", "protocol": "json", "targetPrefix": "Toys"
  },
  "operations": {
    "WindUp": {
      "name": "WindUp", "http": {"method": "POST", "requestUri": "/"},
      "input": {"shape": "WindUpRequest"}, "errors": [{"shape": "NoSuchToy"}],
      "documentation": "<p>Winds it up.</p>"
    },
    "GetToy": {
      "name": "GetToy", "http": {"method": "POST", "requestUri": "/"},
      "input": {"shape": "GetToyRequest"}, "output": {"shape": "documentation"}
    }
  },
  "shapes": {
    "WindUpRequest": {
      "type": "structure",
      "members": {"Name": {"shape": "ToyName", "documentation": "<p>Which.</p>"}}
    },
    "NoSuchToy": {"type": "structure", "members": {}, "exception": true},
    "GetToyRequest": {"type": "structure", "members": {"Name": {"shape": "ToyName"}}},
    "documentation": {
      "type": "structure", "members": {"documentation": {"shape": "ToyName"}}
    },
    "ToyName": {"type": "string", "min": 1, "max": 10, "pattern": "[a-zé\"]+"}
  },
  "documentation": "<p>A box of toys.</p>"
}"#;

/// What botocore adds to the toys.
pub(crate) const EXTRAS: &str = r#"{
  "version": 1.0,
  "merge": {"shapes": {"WindUpRequest": {"members": {"Turns": {"shape": "ToyName"}}}}}
}"#;

/// A folder to fetch into.
pub(crate) struct Shop(pub(crate) Playground);

/// Files by their names.
pub(crate) type Files = Vec<(String, Vec<u8>)>;

impl Shop {
    pub(crate) fn new() -> Self {
        let shop = Self(Playground::new());
        fs::create_dir(shop.0.path("programs")).unwrap();
        shop
    }

    /// The program, where nothing is installed but what the test puts into `programs`.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.0.command(arguments);
        command.env("PATH", self.0.path("programs")).env("HOME", self.0.path("home"));
        command.env_remove("AWS_DATA_PATH");
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        self.command(arguments).output().unwrap().into()
    }

    /// Writes a file, in folders that are created.
    pub(crate) fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        fs::create_dir_all(self.0.path(name).parent().unwrap()).unwrap();
        self.0.write(name, content);
    }

    pub(crate) fn exists(&self, name: &str) -> bool {
        self.0.path(name).exists()
    }

    /// Writes the models as a folder that is called as an unpacked sdist is.
    pub(crate) fn folder(&self, release: &str, files: &[(String, Vec<u8>)]) {
        for (name, bytes) in files {
            self.write(&format!("botocore-{release}/botocore/data/{name}"), bytes);
        }
    }

    /// Writes a wheel with these models, compressed twice as in botocore's.
    pub(crate) fn wheel(&self, release: &str, files: &[(String, Vec<u8>)]) -> String {
        let mut entries = vec![(format!("botocore-{release}.dist-info/METADATA"), Vec::new())];
        for (name, bytes) in files {
            let is_model = name.ends_with("service-2.json");
            let (end, bytes) = if is_model { (".gz", gzip(bytes)) } else { ("", bytes.clone()) };
            entries.push((format!("botocore/data/{name}{end}"), bytes));
        }
        let name = format!("botocore-{release}-py3-none-any.whl");
        self.0.write(&name, zip(&entries));
        name
    }

    /// Writes an sdist with these models, and a model for its tests.
    pub(crate) fn sdist(&self, release: &str, files: &[(String, Vec<u8>)]) -> String {
        let top = format!("botocore-{release}");
        let mut entries = vec![
            (format!("{top}/PKG-INFO"), Vec::new()),
            (format!("{top}/tests/models/tests/2020-02-02/service-2.json"), b"{}".to_vec()),
        ];
        for (name, bytes) in files {
            entries.push((format!("{top}/botocore/data/{name}"), bytes.clone()));
        }
        let name = format!("{top}.tar.gz");
        self.0.write(&name, tar_gz(&entries));
        name
    }

    /// Puts a program into the folder of programs that a shell runs.
    #[cfg(unix)]
    pub(crate) fn program(&self, name: &str, script: &str) {
        use std::os::unix::fs::PermissionsExt;
        let path = self.0.path("programs").join(name);
        fs::write(&path, format!("#!/bin/sh\nPATH=/usr/bin:/bin\n{script}")).unwrap();
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
    }

    /// A Python that has no botocore, and whose pip finds the wheels in the folder: `newest` is the one
    /// that it names first. It keeps what it was asked in the file `asked`.
    #[cfg(unix)]
    pub(crate) fn pip(&self, newest: &str) {
        let folder = self.0.path("").display().to_string();
        self.program(
            "python3",
            &format!(
                r#"
cd "{folder}"
case "$*" in
-c*) exit 1 ;;
*" index versions "*)
    echo "$*" >> asked
    echo 'botocore ({newest})'
    echo 'Available versions: {newest}, 1.0.0' ;;
*)
    echo "$*" | sed 's/--dest .* botocore/--dest FOLDER botocore/' >> asked
    for last; do folder=$wanted; wanted=$last; done
    if ! cp "botocore-${{wanted#*==}}-py3-none-any.whl" "$folder" 2>/dev/null; then
        echo "WARNING: too old" >&2
        echo "ERROR: No matching distribution found for $wanted" >&2
        exit 1
    fi ;;
esac
"#
            ),
        );
    }
}

/// The toys with their extras, an older version, and other services that share names.
pub(crate) fn files() -> Files {
    let named = |id: &str, prefix: &str, signing: &str| {
        TOYS.replace(r#""serviceId": "Toy Box""#, &format!(r#""serviceId": "{id}""#)).replace(
            r#""endpointPrefix": "box""#,
            &format!(r#""endpointPrefix": "{prefix}", "signingName": "{signing}""#),
        )
    };
    let file = |name: &str, text: &str| (name.to_owned(), text.as_bytes().to_vec());
    vec![
        file("toybox/2019-01-01/service-2.json", &TOYS.replace("2020-02-02", "2019-01-01")),
        file("toybox/2020-02-02/service-2.json", TOYS),
        file("toybox/2020-02-02/service-2.sdk-extras.json", EXTRAS),
        file("trains/2021-03-03/service-2.json", &named("Model Trains", "rails", "hobby")),
        file("planes/2022-04-04/service-2.json", &named("Planes", "air", "hobby")),
        file("planes/2022-04-04/paginators-1.json", "{}"),
    ]
}

/// The same files with one text replaced in all.
pub(crate) fn replaced(files: &[(String, Vec<u8>)], old: &str, new: &str) -> Files {
    let replace = |bytes: &Vec<u8>| String::from_utf8(bytes.clone()).unwrap().replace(old, new);
    files.iter().map(|(name, bytes)| (name.clone(), replace(bytes).into_bytes())).collect()
}

pub(crate) fn gzip(content: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(content).unwrap();
    encoder.finish().unwrap()
}

pub(crate) fn zip(entries: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        writer.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

pub(crate) fn tar_gz(entries: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut builder = tar::Builder::new(GzEncoder::new(Vec::new(), Compression::fast()));
    for (name, bytes) in entries {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        builder.append_data(&mut header, name, bytes.as_slice()).unwrap();
    }
    builder.into_inner().unwrap().finish().unwrap()
}
