//! The bundled faces, and system fonts for what they lack.

use std::sync::Arc;

use egui::{Context, FontData, FontDefinitions, FontFamily};

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

/// Name and bytes of each bundled face.
pub const FACES: [(&str, &[u8]); 5] = [
    ("inter-regular", include_bytes!("../../../assets/fonts/Inter-Regular.otf")),
    ("inter-medium", include_bytes!("../../../assets/fonts/Inter-Medium.otf")),
    ("inter-semibold", include_bytes!("../../../assets/fonts/Inter-SemiBold.otf")),
    ("noto-sans-sc-regular", include_bytes!("../../../assets/fonts/NotoSansSC-Regular.otf")),
    ("noto-sans-sc-bold", include_bytes!("../../../assets/fonts/NotoSansSC-Bold.otf")),
];

/// The bundled families: Inter first, Noto Sans SC for what Inter lacks.
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    for (name, bytes) in FACES {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let families = [
        (Weight::Regular.family(), ["inter-regular", "noto-sans-sc-regular"]),
        (Weight::Medium.family(), ["inter-medium", "noto-sans-sc-regular"]),
        (Weight::SemiBold.family(), ["inter-semibold", "noto-sans-sc-bold"]),
        (FontFamily::Monospace, ["inter-regular", "noto-sans-sc-regular"]),
    ];
    for (family, faces) in families {
        fonts.families.insert(family, faces.map(str::to_owned).to_vec());
    }
    fonts
}

/// Installs the bundled faces.
pub fn install(ctx: &Context) {
    ctx.set_fonts(definitions());
}
