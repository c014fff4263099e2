//! The size of a sheet.

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Paper {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 8.5 × 11 inches.
    Letter,
}

impl Paper {
    pub const ALL: [Self; 2] = [Self::A4, Self::Letter];

    /// Stable id, used in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::Letter => "letter",
        }
    }

    /// What printers hold where the user lives: Letter in the United States, Canada and Mexico, A4
    /// elsewhere and where the region is not known.
    ///
    /// `locale` is a BCP 47 or POSIX name, such as `en-US` or `es_MX.UTF-8`.
    pub fn for_locale(locale: &str) -> Self {
        let mut parts = locale.split(['-', '_', '.', '@']).skip(1);
        if parts.any(|part| ["US", "CA", "MX"].contains(&part)) { Self::Letter } else { Self::A4 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letter_is_for_north_america_only() {
        for locale in ["en-US", "en_US.UTF-8", "fr-CA", "es-MX", "zh-Hans-US"] {
            assert_eq!(Paper::for_locale(locale), Paper::Letter, "{locale}");
        }
        for locale in ["", "C", "en", "en-GB", "zh-Hans-CN", "zh_CN.UTF-8", "ca", "ca-ES"] {
            assert_eq!(Paper::for_locale(locale), Paper::A4, "{locale}");
        }
    }
}
