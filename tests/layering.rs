//! The layers depend on one another in one direction only.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// For each layer, the layers that it may read.
fn allowed() -> BTreeMap<&'static str, &'static [&'static str]> {
    BTreeMap::from([
        ("domain", [].as_slice()),
        ("i18n", &["domain"]),
        ("content", &["i18n", "domain"]),
        ("brief", &["content", "i18n", "domain"]),
        ("store", &["content", "i18n", "domain"]),
        ("platform", &["i18n"]),
        ("app", &["store", "brief", "content", "i18n", "domain", "platform"]),
        ("ui", &["app", "store", "brief", "content", "i18n", "domain", "platform"]),
        ("cli", &["ui", "app", "store", "brief", "content", "i18n", "domain", "platform"]),
    ])
}

/// Crates that only some layers may use: drawing stays out of the models, and so does the disk.
const RESTRICTED: [(&str, &[&str]); 8] = [
    ("egui", &["ui", "app", "cli"]),
    ("eframe", &["ui", "cli"]),
    ("rfd", &["platform"]),
    ("fontique", &["platform"]),
    ("typst", &["brief"]),
    ("typst_pdf", &["brief"]),
    ("clap", &["cli"]),
    ("std::fs", &["store", "app", "cli", "platform"]),
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The names of layers that follow `crate::` in a line of code.
fn layers_named(line: &str) -> impl Iterator<Item = &str> {
    line.split("crate::").skip(1).map(|rest| {
        let end = rest.find(|sign: char| !sign.is_alphanumeric() && sign != '_');
        &rest[..end.unwrap_or(rest.len())]
    })
}

fn faults(layer: &str, path: &Path, text: &str) -> Vec<String> {
    let allowed = allowed();
    let may_read = allowed.get(layer).copied().unwrap_or_default();
    let mut faults = Vec::new();
    // Tests may read fixtures and compare layers.
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    for (number, line) in text.lines().enumerate() {
        let code = line.split("//").next().unwrap_or_default();
        let place = format!("{}:{}", path.display(), number + 1);
        for named in layers_named(code) {
            if allowed.contains_key(named) && named != layer && !may_read.contains(&named) {
                faults.push(format!("{place}: {layer} must not use {named}"));
            }
        }
        let looks = [".is_dir()", ".is_file()", ".exists()", ".metadata()"];
        if !["store", "app", "cli", "platform"].contains(&layer)
            && let Some(look) = looks.into_iter().find(|look| code.contains(look))
        {
            faults.push(format!("{place}: {layer} must not ask the disk with {look}"));
        }
        for (restricted, users) in RESTRICTED {
            let named = code.contains(&format!("{restricted}::"))
                || code.contains(&format!("use {restricted};"));
            if named && !users.contains(&layer) {
                faults.push(format!("{place}: {layer} must not use {restricted}"));
            }
        }
    }
    faults
}

#[test]
fn every_layer_reads_only_layers_below_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    for layer in allowed().keys() {
        let mut files = Vec::new();
        sources(&root.join(layer), &mut files);
        assert!(!files.is_empty(), "no sources in {layer}");
        for path in files {
            found.extend(faults(layer, &path, &fs::read_to_string(&path).unwrap()));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_folder_of_the_sources_is_a_layer() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in fs::read_dir(root).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            assert!(allowed().contains_key(name.as_str()), "{name} has no place among the layers");
        }
    }
}

#[test]
fn a_forbidden_use_is_found() {
    let text = "use crate::store::open::Library;\nlet x = std::fs::read(path);";
    let found = faults("domain", Path::new("x.rs"), text);
    assert_eq!(found, ["x.rs:1: domain must not use store", "x.rs:2: domain must not use std::fs"]);
    let found = faults("ui", Path::new("x.rs"), "if path.is_dir() {}");
    assert_eq!(found, ["x.rs:1: ui must not ask the disk with .is_dir()"]);
}
