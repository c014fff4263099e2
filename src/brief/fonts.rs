//! The bundled faces. Their bytes are in the program once, for the window and for paper.

/// Name and bytes of each bundled face.
pub static FACES: [(&str, &[u8]); 7] = [
    ("inter-regular", include_bytes!("../../assets/fonts/Inter-Regular.otf")),
    ("inter-medium", include_bytes!("../../assets/fonts/Inter-Medium.otf")),
    ("inter-semibold", include_bytes!("../../assets/fonts/Inter-SemiBold.otf")),
    ("noto-sans-sc-regular", include_bytes!("../../assets/fonts/NotoSansSC-Regular.otf")),
    ("noto-sans-sc-bold", include_bytes!("../../assets/fonts/NotoSansSC-Bold.otf")),
    (
        "noto-sans-sc-regular-punctuation",
        include_bytes!("../../assets/fonts/NotoSansSC-Regular-Punctuation.otf"),
    ),
    (
        "noto-sans-sc-bold-punctuation",
        include_bytes!("../../assets/fonts/NotoSansSC-Bold-Punctuation.otf"),
    ),
];
