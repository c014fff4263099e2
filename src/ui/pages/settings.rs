//! Settings: language and look, animals, me, the library, and what this app is.

mod backups;

use std::path::PathBuf;

use egui::{Layout, Rect, Ui};
use jiff::tz::TimeZone;

use crate::app::action::Action;
use crate::app::command::UiCommand;
use crate::app::edit::LibraryEdit;
use crate::app::fault::Fault;
use crate::app::preferences::{TextSize, ThemeChoice};
use crate::app::route::Route;
use crate::domain::profile::Certainty;
use crate::domain::quadrant::{AnimalReading, Quadrant};
use crate::i18n::{Arg, Language, Messages};
use crate::store::lock::{Access, ReadOnlyReason};
use crate::ui::context::Cx;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::{self, Card};
use crate::ui::widgets::chip::filter_chip;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::layout::{Cell, Column, canvas};
use crate::ui::widgets::page::{Crumb, top_bar};
use crate::ui::widgets::segmented::segmented;
use crate::ui::widgets::tag::{animal, quadrant_tag};
use crate::ui::widgets::text;

pub use self::backups::Backups;

/// Codes offered beside the field; any other can be typed.
const CURRENCIES: [&str; 8] = ["CNY", "EUR", "USD", "GBP", "CHF", "JPY", "HKD", "SGD"];

/// The preferences as they are.
pub struct SettingsInput {
    pub language: Option<Language>,
    pub theme: ThemeChoice,
    pub text_size: TextSize,
    pub library_path: PathBuf,
    pub recent: Vec<PathBuf>,
    pub backups: Backups,
}

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, input: &SettingsInput) {
    let title = cx.t("settings-title");
    top_bar(ui, cx, &[Crumb::here(cx.t("app-name"))], title, |_, _| {});
    let left = [
        Cell { min: 286.0, grow: 0.0 },
        Cell { min: 294.0, grow: 0.5 },
        Cell { min: 170.0, grow: 0.5 },
    ];
    let right = [
        Cell { min: 286.0, grow: 0.0 },
        Cell { min: 210.0, grow: 1.0 },
        Cell { min: 160.0, grow: 0.0 },
    ];
    let columns = [Column { weight: 1.0, cells: &left }, Column { weight: 1.0, cells: &right }];
    canvas(ui, &columns, |ui, index, rect| match index {
        0 => look(ui, cx, input, rect),
        1 => animals(ui, cx, rect),
        2 => backups::show(ui, cx, &input.backups, &input.library_path, rect),
        3 => me(ui, cx, rect),
        4 => library(ui, cx, input, rect),
        _ => about(ui, cx, rect),
    });
}

fn look(ui: &mut Ui, cx: &mut Cx<'_>, input: &SettingsInput, rect: Rect) {
    Card::new(cx.t("settings-look")).show(ui, cx.tokens, rect, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let name = cx.t("settings-language");
        ui.label(text::caption(name, cx.tokens));
        let options = [
            (None, cx.t("language-system")),
            (Some(Language::English), cx.t("language-english")),
            (Some(Language::Chinese), cx.t("language-chinese")),
        ];
        if let Some(language) = segmented(ui, cx.tokens, name, Some(input.language), &options) {
            cx.push(Action::SetLanguage(language));
        }
        ui.add_space(10.0);
        let name = cx.t("settings-theme");
        ui.label(text::caption(name, cx.tokens));
        let options = ThemeChoice::ALL.map(|theme| (theme, cx.messages.word("theme", theme.id())));
        if let Some(theme) = segmented(ui, cx.tokens, name, Some(input.theme), &options) {
            cx.push(Action::SetTheme(theme));
        }
        ui.add_space(10.0);
        let name = cx.t("settings-text-size");
        ui.label(text::caption(name, cx.tokens));
        let labels = TextSize::ALL
            .map(|size| (size, cx.messages.percent(f64::from(size.percent()) / 100.0)));
        let options: Vec<(TextSize, &str)> =
            labels.iter().map(|(size, label)| (*size, label.as_str())).collect();
        if let Some(size) = segmented(ui, cx.tokens, name, Some(input.text_size), &options) {
            cx.push(Action::SetTextSize(size));
        }
    });
}

fn animals(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect) {
    let current = cx.animals();
    Card::new(cx.t("settings-animals")).show(ui, cx.tokens, rect, |ui| {
        ui.add(egui::Label::new(text::body(cx.t("settings-animals-note"), cx.tokens)).wrap());
        for (reading, key) in [
            (AnimalReading::SheepIsC, "settings-animals-sheep-is-c"),
            (AnimalReading::FoxIsC, "settings-animals-fox-is-c"),
        ] {
            let selected = reading == current;
            let (fill, line) = if selected {
                (cx.tokens.accent_soft, cx.tokens.accent_line)
            } else {
                (cx.tokens.surface, cx.tokens.border)
            };
            card::inset(ui, fill, line, |ui| {
                let enabled = !cx.read_only;
                let clicked = ui.add_enabled_ui(enabled, |ui| {
                    ui.spacing_mut().icon_spacing = 8.0;
                    ui.add(egui::RadioButton::new(selected, text::strong(cx.t(key), cx.tokens)))
                        .clicked()
                });
                if clicked.inner && !selected {
                    cx.edit_library(LibraryEdit::Animals(reading));
                }
                ui.horizontal_wrapped(|ui| {
                    for quadrant in Quadrant::ALL {
                        animal(ui, cx.tokens, Some(quadrant), reading, 32.0);
                        quadrant_tag(ui, cx.tokens, quadrant);
                        let name =
                            cx.messages.word("animal", quadrant.animal(reading).id()).to_owned();
                        ui.label(text::body(name, cx.tokens));
                        ui.add_space(8.0);
                    }
                });
            });
        }
    });
}

fn me(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect) {
    Card::new(cx.t("settings-me")).show(ui, cx.tokens, rect, |ui| {
        let owner = &cx.work.library().owner;
        ui.add_enabled_ui(!cx.read_only, |ui| {
            let field = Field::new(cx.t("settings-my-name")).hint(cx.t("settings-my-name-hint"));
            if let Some(name) = field.edit(ui, cx.tokens, &owner.name) {
                cx.edit_library(LibraryEdit::OwnerName(name));
            }
        });
        ui.horizontal_wrapped(|ui| {
            let reading = &cx.work.my_reading().normal;
            if let Some(quadrant) =
                reading.leading.filter(|_| reading.certainty != Certainty::Unknown)
            {
                quadrant_tag(ui, cx.tokens, quadrant);
            }
            ui.add(egui::Label::new(text::body(my_reading(cx), cx.tokens)).wrap());
        });
        let describe =
            ActionButton::secondary(cx.t("command-describe-myself")).icon("user").small();
        ui.horizontal_wrapped(|ui| {
            if describe.show(ui, cx.tokens).clicked() {
                cx.go(Route::Myself);
            }
            let versions = ActionButton::quiet(cx.t("backups-versions")).icon("clock").small();
            if versions.show(ui, cx.tokens).clicked() {
                cx.push(Action::Command(UiCommand::Versions));
            }
        });
        ui.add_space(6.0);
        ui.add_enabled_ui(!cx.read_only, |ui| currency(ui, cx));
    });
}

fn my_reading(cx: &Cx<'_>) -> String {
    let reading = &cx.work.my_reading().normal;
    let count = [("count", Arg::from(reading.profile.observations))];
    match reading.leading {
        _ if reading.certainty == Certainty::Unknown => cx.t("settings-me-unknown").to_owned(),
        None => cx.tr("settings-me-tied", &count),
        Some(quadrant) => {
            let [count] = count;
            let certainty = cx.messages.word("certainty", reading.certainty.id());
            let args = [
                ("certainty", certainty.into()),
                ("quadrant", cx.quadrant_name(quadrant).into()),
                count,
            ];
            cx.tr("settings-me-known", &args)
        }
    }
}

fn currency(ui: &mut Ui, cx: &mut Cx<'_>) {
    let current = &cx.work.library().currency;
    let is_code = current.len() == 3 && current.chars().all(|sign| sign.is_ascii_alphabetic());
    let problem = (!is_code).then(|| cx.t("settings-currency-problem"));
    let field =
        Field::new(cx.t("settings-currency")).hint(cx.t("settings-currency-hint")).width(220.0);
    if let Some(code) = field.problem(problem).edit(ui, cx.tokens, current) {
        cx.edit_library(LibraryEdit::Currency(code.trim().to_uppercase()));
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for code in CURRENCIES {
            let selected = code == current;
            if filter_chip(ui, cx.tokens, selected, code).clicked() && !selected {
                cx.edit_library(LibraryEdit::Currency(code.to_owned()));
            }
        }
    });
}

fn library(ui: &mut Ui, cx: &mut Cx<'_>, input: &SettingsInput, rect: Rect) {
    Card::new(cx.t("settings-library")).show(ui, cx.tokens, rect, |ui| {
        let path = input.library_path.display().to_string();
        ui.add(egui::Label::new(text::strong(&path, cx.tokens)).truncate().selectable(true))
            .on_hover_text(&path);
        let key = if cx.read_only { "status-read-only" } else { "settings-library-writable" };
        ui.label(text::caption(cx.t(key), cx.tokens));
        ui.add(egui::Label::new(text::body(cx.t("settings-library-note"), cx.tokens)).wrap());
        ui.horizontal_wrapped(|ui| {
            for (key, command, enabled) in [
                ("settings-library-open", UiCommand::OpenLibrary, true),
                ("settings-library-new", UiCommand::CreateLibrary, true),
                ("command-import-library", UiCommand::ImportLibrary, !cx.read_only),
            ] {
                if ActionButton::secondary(cx.t(key))
                    .icon("folder")
                    .small()
                    .enabled(enabled)
                    .show(ui, cx.tokens)
                    .clicked()
                {
                    cx.push(Action::Command(command));
                }
            }
        });
        let others: Vec<&PathBuf> =
            input.recent.iter().filter(|path| **path != input.library_path).collect();
        if !others.is_empty() {
            ui.add_space(4.0);
            ui.label(text::label(cx.t("settings-library-recent"), cx.tokens));
        }
        for path in others {
            let shown = path.display().to_string();
            ui.horizontal(|ui| {
                ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                    let open = ActionButton::quiet(cx.t("library-open-do")).small();
                    let response = open.show(ui, cx.tokens);
                    response.widget_info(|| {
                        let name = format!("{}: {shown}", cx.t("library-open-do"));
                        egui::WidgetInfo::labeled(egui::Role::Button, true, name)
                    });
                    if response.clicked() {
                        cx.push(Action::OpenLibrary(path.clone()));
                    }
                    ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
                        text::one_line(ui, text::body(&shown, cx.tokens)).on_hover_text(&shown);
                    });
                });
            });
        }
    });
}

fn about(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect) {
    let version = cx.tr("settings-version", &[("version", env!("CARGO_PKG_VERSION").into())]);
    Card::new(cx.t("settings-about")).caption(version).show(ui, cx.tokens, rect, |ui| {
        for key in ["settings-storage", "settings-honesty", "settings-licence"] {
            ui.add(egui::Label::new(text::body(cx.t(key), cx.tokens)).wrap());
        }
    });
}

/// Why the library is read-only, and what to do about it.
pub fn access_text(messages: &Messages, access: &Access) -> String {
    let plain = |key: &str| messages.text(key).to_owned();
    match access {
        Access::Writable => plain("access-writable"),
        Access::ReadOnly(ReadOnlyReason::AlreadyOpen { holder: None }) => {
            plain("access-already-open")
        }
        Access::ReadOnly(ReadOnlyReason::AlreadyOpen { holder: Some(holder) }) => {
            let since = messages.date_time(holder.since.to_zoned(TimeZone::system()).datetime());
            // A process id is a name, so it is written without grouping.
            let pid = holder.pid.to_string();
            let args =
                [("host", Arg::from(&holder.host)), ("pid", pid.into()), ("since", since.into())];
            messages.with("access-already-open-by", &args)
        }
        Access::ReadOnly(ReadOnlyReason::NoPermission) => plain("access-no-permission"),
        Access::ReadOnly(ReadOnlyReason::NewerLibrary { schema }) => {
            messages.with("access-newer", &[("schema", (*schema).into())])
        }
        Access::ReadOnly(ReadOnlyReason::NotArchived { error }) => {
            let reason = Fault::new(error, messages).sentence(messages);
            messages.with("access-not-archived", &[("reason", reason.into())])
        }
        Access::ReadOnly(ReadOnlyReason::NoLock { reason }) => {
            messages.with("access-no-lock", &[("reason", reason.into())])
        }
    }
}
