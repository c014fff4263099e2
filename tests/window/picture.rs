//! Compares two pictures of the screen.

use image::RgbaImage;

/// A smaller difference of a colour is the rounding of the renderer.
const SAME_COLOUR: u8 = 24;

/// The share of the pixels that differ visibly, from 0 to 1.
pub fn difference(one: &RgbaImage, other: &RgbaImage) -> f64 {
    if one.dimensions() != other.dimensions() {
        return 1.0;
    }
    let differs = |(a, b): &(&image::Rgba<u8>, &image::Rgba<u8>)| {
        a.0.iter().zip(b.0).any(|(a, b)| a.abs_diff(b) > SAME_COLOUR)
    };
    let different = one.pixels().zip(other.pixels()).filter(differs).count();
    f64::from(u32::try_from(different).unwrap_or(u32::MAX))
        / (f64::from(one.width()) * f64::from(one.height()))
}
