//! The design tokens: colours by theme, and sizes that both themes share.

use egui::Color32;
use serde::{Deserialize, Deserializer};

use crate::domain::quadrant::PerQuadrant;

/// Distances in points.
pub mod size {
    pub const PAGE_PADDING: f32 = 24.0;
    pub const CARD_GAP: f32 = 16.0;
    pub const CARD_PADDING: f32 = 16.0;
    pub const RAIL_WIDTH: f32 = 200.0;
    pub const TOP_BAR_HEIGHT: f32 = 72.0;
    pub const CONTROL_HEIGHT: f32 = 32.0;
    pub const SMALL_CONTROL_HEIGHT: f32 = 26.0;
    pub const ROW_HEIGHT: f32 = 40.0;
    pub const TALL_ROW_HEIGHT: f32 = 54.0;
    /// A canvas narrower than this stacks its columns.
    pub const NARROW_CANVAS: f32 = 900.0;
}

/// Corner radii in points.
pub mod radius {
    pub const TAG: u8 = 5;
    pub const SMALL: u8 = 6;
    pub const CONTROL: u8 = 8;
    pub const CARD: u8 = 12;
}

/// Type sizes in points.
pub mod type_size {
    /// Small signs above or beside a text.
    pub const MARK: f32 = 10.0;
    pub const CAPTION: f32 = 12.0;
    pub const BODY: f32 = 13.0;
    pub const HEADING: f32 = 15.0;
    pub const TITLE: f32 = 20.0;
    pub const DISPLAY: f32 = 28.0;
}

/// A colour written as `#RRGGBB` or `#RRGGBBAA`.
fn colour<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Color32, D::Error> {
    let text = String::deserialize(deserializer)?;
    Color32::from_hex(&text)
        .map_err(|_| serde::de::Error::custom(format!("{text:?} is not a colour like #RRGGBB")))
}

/// The four shades of one quadrant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct QuadrantColours {
    #[serde(deserialize_with = "colour")]
    pub solid: Color32,
    #[serde(deserialize_with = "colour")]
    pub soft: Color32,
    #[serde(deserialize_with = "colour")]
    pub line: Color32,
    #[serde(deserialize_with = "colour")]
    pub text: Color32,
}

/// The colours of one theme.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Tokens {
    /// Window background.
    #[serde(deserialize_with = "colour")]
    pub bg: Color32,
    #[serde(deserialize_with = "colour")]
    pub rail: Color32,
    /// Cards, fields, buttons.
    #[serde(deserialize_with = "colour")]
    pub surface: Color32,
    /// Table head, input footer.
    #[serde(deserialize_with = "colour")]
    pub sunken: Color32,
    #[serde(deserialize_with = "colour")]
    pub hover: Color32,
    #[serde(deserialize_with = "colour")]
    pub border: Color32,
    #[serde(deserialize_with = "colour")]
    pub border_strong: Color32,
    #[serde(deserialize_with = "colour")]
    pub grid: Color32,
    #[serde(deserialize_with = "colour")]
    pub text: Color32,
    /// Body text.
    #[serde(deserialize_with = "colour")]
    pub text_2: Color32,
    /// Captions.
    #[serde(deserialize_with = "colour")]
    pub text_3: Color32,
    #[serde(deserialize_with = "colour")]
    pub disabled: Color32,
    /// Primary action, selection, our side.
    #[serde(deserialize_with = "colour")]
    pub accent: Color32,
    #[serde(deserialize_with = "colour")]
    pub accent_soft: Color32,
    #[serde(deserialize_with = "colour")]
    pub accent_line: Color32,
    #[serde(deserialize_with = "colour")]
    pub accent_text: Color32,
    #[serde(deserialize_with = "colour")]
    pub on_accent: Color32,
    /// Done, agreement, "do".
    #[serde(deserialize_with = "colour")]
    pub ok: Color32,
    #[serde(deserialize_with = "colour")]
    pub ok_soft: Color32,
    /// Late, gap, "avoid", their side.
    #[serde(deserialize_with = "colour")]
    pub warn: Color32,
    #[serde(deserialize_with = "colour")]
    pub warn_soft: Color32,
    pub quadrants: PerQuadrant<QuadrantColours>,
    #[serde(deserialize_with = "colour")]
    pub shadow: Color32,
    #[serde(deserialize_with = "colour")]
    pub popup_shadow: Color32,
    /// Behind a modal.
    #[serde(deserialize_with = "colour")]
    pub backdrop: Color32,
}

/// The tokens of both themes.
#[derive(Debug)]
pub struct Theme {
    light: Tokens,
    dark: Tokens,
}

impl Theme {
    /// Reads the bundled tokens.
    ///
    /// # Errors
    /// The message of the first fault, which is a fault of the build.
    pub fn bundled() -> Result<Self, String> {
        let read = |name: &str, text: &str| {
            ron::from_str(text).map_err(|error| format!("assets/theme/{name}.ron:{error}"))
        };
        Ok(Self {
            light: read("light", include_str!("../../../assets/theme/light.ron"))?,
            dark: read("dark", include_str!("../../../assets/theme/dark.ron"))?,
        })
    }

    pub fn tokens(&self, theme: egui::Theme) -> &Tokens {
        match theme {
            egui::Theme::Light => &self.light,
            egui::Theme::Dark => &self.dark,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance by WCAG 2.
    fn luminance(colour: Color32) -> f64 {
        let channel = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(colour.r()) + 0.7152 * channel(colour.g()) + 0.0722 * channel(colour.b())
    }

    fn contrast(first: Color32, second: Color32) -> f64 {
        let (first, second) = (luminance(first), luminance(second));
        (first.max(second) + 0.05) / (first.min(second) + 0.05)
    }

    #[test]
    fn text_is_readable_on_every_ground_it_stands_on() {
        let theme = Theme::bundled().unwrap();
        for tokens in [&theme.light, &theme.dark] {
            for ground in [tokens.surface, tokens.sunken, tokens.bg, tokens.accent_soft] {
                assert!(contrast(tokens.text, ground) >= 7.0);
                assert!(contrast(tokens.text_2, ground) >= 4.5);
            }
            for ground in [tokens.surface, tokens.sunken, tokens.bg] {
                assert!(
                    contrast(tokens.text_3, ground) >= 4.2,
                    "{}",
                    contrast(tokens.text_3, ground)
                );
            }
            assert!(contrast(tokens.on_accent, tokens.accent) >= 4.5);
            assert!(contrast(tokens.warn, tokens.warn_soft) >= 4.5);
            for (_, colours) in tokens.quadrants.iter() {
                assert!(contrast(colours.text, colours.soft) >= 4.5);
            }
        }
    }
}
