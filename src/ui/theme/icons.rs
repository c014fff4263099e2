//! Icons and animals, drawn for the project, by name.

use egui::{Image, ImageSource};

use crate::domain::quadrant::{Animal, AnimalReading, Quadrant};

macro_rules! svg {
    ($($name:literal),* $(,)?) => {
        /// The picture of that name; an unknown name gives the info sign, and a test keeps that
        /// from happening.
        pub fn source(name: &str) -> ImageSource<'static> {
            match name {
                $($name => egui::include_image!(concat!("../../../assets/icons/", $name, ".svg")),)*
                _ => egui::include_image!("../../../assets/icons/info.svg"),
            }
        }

        /// All names.
        pub const NAMES: &[&str] = &[$($name),*];
    };
}

svg![
    "archive",
    "arrow-right",
    "arrow-up-right",
    "bulb",
    "check",
    "chevron-down",
    "chevron-left",
    "chevron-right",
    "chevron-up",
    "clock",
    "copy",
    "counterparts",
    "cross",
    "document",
    "donkey",
    "eagle",
    "ear",
    "edit",
    "export",
    "external",
    "filter",
    "flag",
    "flame",
    "folder",
    "fox-c",
    "fox-d",
    "handshake",
    "hot-potato",
    "info",
    "keyboard",
    "list",
    "lock",
    "logo",
    "minus",
    "monitor",
    "moon",
    "more",
    "negotiations",
    "pause",
    "play",
    "playbook",
    "plus",
    "print",
    "quote",
    "redo",
    "save",
    "search",
    "select",
    "settings",
    "sheep-c",
    "sheep-d",
    "star",
    "steps",
    "sun",
    "swap",
    "tag",
    "target",
    "today",
    "trash",
    "unarchive",
    "undo",
    "user",
    "warning",
];

/// A line icon of 16 points.
pub fn icon(name: &str) -> Image<'static> {
    sized(name, 16.0)
}

/// A picture of `points` by `points`.
pub fn sized(name: &str, points: f32) -> Image<'static> {
    Image::new(source(name)).fit_to_exact_size(egui::Vec2::splat(points))
}

/// The picture of the animal that stands for a quadrant, in the quadrant's colour.
pub fn animal_name(quadrant: Quadrant, reading: AnimalReading) -> &'static str {
    match (quadrant.animal(reading), quadrant) {
        (Animal::Eagle, _) => "eagle",
        (Animal::Donkey, _) => "donkey",
        (Animal::Sheep, Quadrant::D) => "sheep-d",
        (Animal::Sheep, _) => "sheep-c",
        (Animal::Fox, Quadrant::C) => "fox-c",
        (Animal::Fox, _) => "fox-d",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_animal_has_its_picture_in_both_readings() {
        for reading in [AnimalReading::SheepIsC, AnimalReading::FoxIsC] {
            for quadrant in Quadrant::ALL {
                assert!(NAMES.contains(&animal_name(quadrant, reading)));
            }
        }
    }

    #[test]
    fn every_command_has_an_icon() {
        for command in crate::app::command::UiCommand::ALL {
            assert!(NAMES.contains(&command.icon()), "{}", command.icon());
        }
    }
}
