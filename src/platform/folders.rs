//! The user's folders and what the system says of the user.

use std::path::{Path, PathBuf};

use directories::{ProjectDirs, UserDirs};

use crate::i18n::Language;

fn project() -> Option<ProjectDirs> {
    ProjectDirs::from("", "", "Counterpoint")
}

/// Where the library is unless the user says otherwise.
pub fn default_library() -> PathBuf {
    project().map_or_else(
        || PathBuf::from("Counterpoint library"),
        |project| project.data_dir().join("library"),
    )
}

/// Where the app remembers its language, page and half-typed entries; `None` without a home.
pub fn state_file() -> Option<PathBuf> {
    project().map(|project| project.config_dir().join("state.ron"))
}

/// Where documents are saved, unless the user says otherwise.
pub fn documents() -> PathBuf {
    UserDirs::new()
        .and_then(|user| {
            let documents = user.document_dir().map(Path::to_owned);
            documents.or_else(|| Some(user.home_dir().to_owned()))
        })
        .unwrap_or_default()
}

/// A path as it was typed, where `~` stands for the home folder.
pub fn typed(path: &str) -> PathBuf {
    let path = Path::new(path.trim());
    match (path.strip_prefix("~"), UserDirs::new()) {
        (Ok(rest), Some(user)) if rest.as_os_str().is_empty() => user.home_dir().to_owned(),
        (Ok(rest), Some(user)) => user.home_dir().join(rest),
        _ => path.to_owned(),
    }
}

/// The language of the system, or English when the app does not speak it.
pub fn system_language() -> Language {
    system_locale().map_or(Language::English, |locale| Language::from_locale(&locale))
}

/// The locale of the system, such as `en-US`, if it says one.
pub fn system_locale() -> Option<String> {
    sys_locale::get_locale()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tilde_at_the_start_is_the_home_folder() {
        let Some(user) = UserDirs::new() else { return };
        assert_eq!(typed(" ~/brief.md "), user.home_dir().join("brief.md"));
        assert_eq!(typed("~"), user.home_dir());
    }

    #[test]
    fn other_paths_are_taken_as_they_are() {
        assert_eq!(typed("/tmp/~/a b.md "), Path::new("/tmp/~/a b.md"));
        assert_eq!(typed("~backup/a.md"), Path::new("~backup/a.md"));
    }
}
