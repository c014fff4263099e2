//! Archives that are damaged, or made to do harm.

use std::fs::{self, File};
use std::io::{Cursor, Write};

use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::*;
use crate::store::StoreError;
use crate::store::archive::{restore, verify};

const LIBRARY: &str = "(schema: 2, id: \"0182a5c6-1b40-7161-bfa4-300f6c266a72\", \
     updated: \"2026-06-15T17:45:00Z\", owner: (), currency: \"CNY\")";

fn deflated() -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(CompressionMethod::Deflated)
}

/// The bytes of an archive with a good `library.ron` and what `more` puts beside it.
fn with(more: impl FnOnce(&mut ZipWriter<Cursor<Vec<u8>>>)) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("library.ron", deflated()).unwrap();
    zip.write_all(LIBRARY.as_bytes()).unwrap();
    more(&mut zip);
    zip.finish().unwrap().into_inner()
}

fn with_file(name: &str) -> Vec<u8> {
    with(|zip| {
        zip.start_file(name, deflated()).unwrap();
        zip.write_all(b"x").unwrap();
    })
}

/// The archive is refused by the check and by the restore, and nothing comes out of it.
fn refusal(bytes: &[u8]) -> StoreError {
    let temp = TempDir::new().unwrap();
    let archive = temp.path().join("archive.zip");
    fs::write(&archive, bytes).unwrap();
    let into = temp.path().join("into/library");
    let restored = restore(&archive, &LibraryFolder::new(&into), &Progress::default());
    let error = verify(&archive, &Progress::default()).expect_err("refused");
    assert_eq!(restored, Err(error.clone()));
    let names: Vec<_> = files(temp.path()).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, [Path::new("archive.zip")]);
    error
}

fn refused_as(bytes: &[u8], what: &str) {
    let error = refusal(bytes);
    assert!(matches!(error, StoreError::BadArchive { .. }), "{error:?}");
    assert!(error.to_string().contains(what), "{error}");
}

#[test]
fn a_good_archive_of_this_kind_is_accepted() {
    let temp = TempDir::new().unwrap();
    let archive = temp.path().join("archive.zip");
    fs::write(&archive, with_file("sessions/x.ron")).unwrap();
    assert_eq!(verify(&archive, &Progress::default()).unwrap().files, 2);
}

#[test]
fn names_that_lead_out_of_the_folder_or_into_strange_places_are_refused() {
    for name in [
        "../outside.ron",
        "sessions/../../outside.ron",
        "/etc/outside.ron",
        "sessions\\..\\..\\outside.ron",
        "C:/outside.ron",
        "sessions/x.exe",
        "backups/sessions/a/x.ron",
        "archives/x.ron",
        ".cache/x.ron",
        "library.lock",
        "sessions/a/b.ron",
    ] {
        refused_as(&with_file(name), "is no file of a library");
    }
}

#[test]
fn links_and_folders_and_unknown_ways_of_packing_are_refused() {
    let link = with(|zip| {
        zip.add_symlink("sessions/x.ron", "/etc/passwd", deflated()).unwrap();
    });
    refused_as(&link, "is not a regular file");
    let folder = with(|zip| zip.add_directory("sessions/x.ron", deflated()).unwrap());
    refused_as(&folder, "is no file of a library");
    // The way of packing stands in the local header and in the list; 12 is bzip2.
    let mut other = with_file("sessions/x.ron");
    for place in places(&other, b"sessions/x.ron") {
        let method = if other[place - 30..].starts_with(b"PK\x03\x04") { 22 } else { 36 };
        other[place - method] = 12;
    }
    refused_as(&other, "is packed in an unknown way");
}

/// Where these bytes stand in the archive.
fn places(bytes: &[u8], part: &[u8]) -> Vec<usize> {
    (0..bytes.len()).filter(|place| bytes[*place..].starts_with(part)).collect()
}

#[test]
fn sizes_that_no_library_has_are_refused() {
    let large = with(|zip| {
        zip.start_file("sessions/x.ron", deflated()).unwrap();
        let zeros = vec![0; 1024 * 1024];
        for _ in 0..65 {
            zip.write_all(&zeros).unwrap();
        }
    });
    refused_as(&large, "is larger than a record may be");
    // The list promises less than comes out.
    let mut lying = with(|zip| {
        zip.start_file("sessions/x.ron", deflated()).unwrap();
        zip.write_all(&vec![b' '; 100_000]).unwrap();
    });
    for place in places(&lying, &100_000_u32.to_le_bytes()) {
        lying[place..place + 4].copy_from_slice(&5_u32.to_le_bytes());
    }
    refusal(&lying);
}

#[test]
fn a_list_that_uses_one_content_many_times_is_refused() {
    let bomb = with(|zip| {
        zip.start_file("sessions/0.ron", deflated()).unwrap();
        zip.write_all(&vec![0; 32 * 1024 * 1024]).unwrap();
        for copy in 1..200 {
            zip.shallow_copy_file("sessions/0.ron", &format!("sessions/{copy}.ron")).unwrap();
        }
    });
    refused_as(&bomb, "it would unpack to more");
}

#[test]
fn a_name_that_stands_twice_is_refused() {
    let mut twice = with(|zip| {
        for name in ["sessions/x.ron", "sessions/y.ron"] {
            zip.start_file(name, deflated()).unwrap();
            zip.write_all(name.as_bytes()).unwrap();
        }
    });
    for place in places(&twice, b"sessions/y.ron") {
        twice[place + 9] = b'x';
    }
    refusal(&twice);
}

#[test]
fn an_archive_without_a_usable_library_file_is_refused() {
    let mut none = ZipWriter::new(Cursor::new(Vec::new()));
    none.start_file("sessions/x.ron", deflated()).unwrap();
    refused_as(&none.finish().unwrap().into_inner(), "holds no library.ron");
    let mut damaged = ZipWriter::new(Cursor::new(Vec::new()));
    damaged.start_file("library.ron", deflated()).unwrap();
    damaged.write_all(b"(schema: 2, ").unwrap();
    let error = refusal(&damaged.finish().unwrap().into_inner());
    assert!(matches!(error, StoreError::Parse { .. }), "{error:?}");
    assert!(error.to_string().contains("library.ron:1:"), "{error}");
    refused_as(b"", "");
    refused_as(b"not a zip file", "");
    let missing = Path::new("/nowhere/archive.zip");
    let error = verify(missing, &Progress::default()).unwrap_err();
    assert!(matches!(error, StoreError::Read { .. }), "{error:?}");
}

#[test]
fn an_archive_of_a_newer_version_is_not_called_damaged() {
    let mut newer = ZipWriter::new(Cursor::new(Vec::new()));
    newer.start_file("library.ron", deflated()).unwrap();
    newer.write_all(b"(schema: 99, owners: [1, 2])").unwrap();
    let temp = TempDir::new().unwrap();
    let archive = temp.path().join("archive.zip");
    fs::write(&archive, newer.finish().unwrap().into_inner()).unwrap();
    verify(&archive, &Progress::default()).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// One wrong byte is found, or it stands where it means nothing.
    #[test]
    fn damage_anywhere_is_found_or_does_no_harm(place in any::<prop::sample::Index>(), bit in 0..8_u8) {
        let good = with_file("sessions/x.ron");
        let mut bytes = good.clone();
        bytes[place.index(good.len())] ^= 1 << bit;
        let temp = TempDir::new().unwrap();
        let archive = temp.path().join("archive.zip");
        File::create(&archive).unwrap().write_all(&bytes).unwrap();
        let into = temp.path().join("into");
        let verified = verify(&archive, &Progress::default());
        let restored = restore(&archive, &LibraryFolder::new(&into), &Progress::default());
        prop_assert_eq!(verified.is_ok(), restored.is_ok());
        if restored.is_ok() {
            // The names are not under a checksum; the contents are.
            let contents: Vec<_> = files(&into).into_iter().map(|(_, content)| content).collect();
            let expected = [LIBRARY.as_bytes().to_vec(), b"x".to_vec()];
            prop_assert_eq!(contents, expected);
        } else {
            prop_assert!(!into.exists());
        }
    }

    #[test]
    fn an_archive_that_breaks_off_is_refused(kept in any::<prop::sample::Index>()) {
        let good = with_file("sessions/x.ron");
        refusal(&good[..kept.index(good.len())]);
    }
}
