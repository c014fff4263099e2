//! The bundled fonts draw every character that the app itself can show.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use counterpoint::i18n::Language;
use counterpoint::ui::theme::fonts::{self, Weight};
use egui::FontId;

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// Every character of the bundled texts, with a file that has it.
fn characters() -> BTreeMap<char, PathBuf> {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    let mut found = Vec::new();
    for folder in ["content", "i18n", "sample"] {
        files(&assets.join(folder), &mut found);
    }
    assert!(found.len() > 20, "the bundled texts are in {}", assets.display());
    let mut characters = BTreeMap::new();
    for path in found {
        for sign in fs::read_to_string(&path).unwrap().chars() {
            if !sign.is_control() {
                characters.entry(sign).or_insert_with(|| path.clone());
            }
        }
    }
    characters
}

/// The characters that no face of the weight's family has.
fn missing(
    weight: Weight,
    language: Language,
    wanted: impl Iterator<Item = char>,
) -> BTreeSet<char> {
    let ctx = egui::Context::default();
    fonts::install(&ctx, language);
    let font = FontId::new(13.0, weight.family());
    let mut missing = BTreeSet::new();
    let mut wanted = Some(wanted);
    let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
        if let Some(wanted) = wanted.take() {
            missing = ui
                .fonts_mut(|fonts| wanted.filter(|sign| !fonts.has_glyph(&font, *sign)).collect());
        }
    });
    // Nothing is drawn, so the font texture is not wanted.
    output.textures_delta.clear();
    missing
}

#[test]
fn every_bundled_text_can_be_drawn_in_every_weight() {
    let characters = characters();
    let weights = [Weight::Regular, Weight::Medium, Weight::SemiBold];
    for (weight, language) in
        weights.into_iter().flat_map(|weight| Language::ALL.map(|it| (weight, it)))
    {
        let missing = missing(weight, language, characters.keys().copied());
        let places: Vec<_> = missing
            .iter()
            .map(|sign| format!("{sign:?} of {}", characters[sign].display()))
            .collect();
        assert!(places.is_empty(), "{weight:?} lacks {}", places.join(", "));
    }
}

#[test]
fn a_character_that_no_font_has_is_noticed() {
    assert_eq!(
        missing(Weight::Regular, Language::English, "A文\u{1F98A}".chars()),
        BTreeSet::from(['\u{1F98A}'])
    );
}

#[test]
fn chinese_names_beyond_the_texts_can_be_drawn() {
    // GB 2312 covers everyday writing; these surnames and given names are common in it and beside it.
    let names = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨琪玥璐婷嫣堃昊喆曦韬钰鑫淼焱垚骁珺祎翀";
    assert_eq!(missing(Weight::SemiBold, Language::English, names.chars()), BTreeSet::new());
}
