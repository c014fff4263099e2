//! The bundled faces, and system fonts for what they lack.

use std::sync::Arc;

use crate::brief::fonts::FACES;
use crate::i18n::Language;
use egui::{Context, FontData, FontDefinitions, FontFamily, FontTweak};

/// The weight of a text; egui knows families only, so each weight is a family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Weight {
    Regular,
    Medium,
    SemiBold,
}

impl Weight {
    pub fn family(self) -> FontFamily {
        match self {
            Self::Regular => FontFamily::Proportional,
            Self::Medium => FontFamily::Name("medium".into()),
            Self::SemiBold => FontFamily::Name("semibold".into()),
        }
    }
}

/// How far, in font sizes, the Chinese faces go up to stand on the base line of Inter: egui centres
/// a fallback face in the line by its own height, and theirs reaches further down.
const CHINESE_RISE: f32 = 0.072;

/// The bundled families: Inter first, Noto Sans SC for what Inter lacks. In Chinese the full-width
/// quotation marks, dash and ellipsis come before the narrow ones of Inter.
pub fn definitions(language: Language) -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    for (name, bytes) in FACES {
        let mut face = FontData::from_static(bytes);
        if name.starts_with("noto-sans-sc") && !name.ends_with("punctuation") {
            face = face.tweak(FontTweak { y_offset_factor: -CHINESE_RISE, ..FontTweak::default() });
        }
        fonts.font_data.insert(name.to_owned(), Arc::new(face));
    }
    let families = [
        (Weight::Regular.family(), ["inter-regular", "noto-sans-sc-regular"]),
        (Weight::Medium.family(), ["inter-medium", "noto-sans-sc-regular"]),
        (Weight::SemiBold.family(), ["inter-semibold", "noto-sans-sc-bold"]),
        (FontFamily::Monospace, ["inter-regular", "noto-sans-sc-regular"]),
    ];
    for (family, [latin, chinese]) in families {
        let faces = match language {
            Language::English => vec![latin.to_owned(), chinese.to_owned()],
            Language::Chinese => {
                vec![format!("{chinese}-punctuation"), latin.to_owned(), chinese.to_owned()]
            }
        };
        fonts.families.insert(family, faces);
    }
    fonts
}

/// Installs the bundled faces for a language.
pub fn install(ctx: &Context, language: Language) {
    ctx.set_fonts(definitions(language));
}
