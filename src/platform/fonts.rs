//! Fonts of the system for characters that the bundled ones lack.

use std::collections::BTreeSet;
use std::sync::Arc;

use fontique::{
    Collection, CollectionOptions, FallbackKey, GenericFamily, Language, Query, QueryFamily,
    QueryFont, QueryStatus, Script, SourceCache, SourceCacheOptions,
};
use unicode_script::UnicodeScript;

/// A face of a font file that the system has. The file is mapped, not read.
#[derive(Clone)]
pub struct SystemFont {
    pub bytes: Arc<dyn AsRef<[u8]> + Send + Sync>,
    /// Which face of a collection.
    pub index: u32,
}

/// Where fonts for signs of no script are sought: emoji, arrows, mathematics.
const FAMILIES: [GenericFamily; 5] = [
    GenericFamily::SansSerif,
    GenericFamily::SystemUi,
    GenericFamily::Emoji,
    GenericFamily::Math,
    GenericFamily::Serif,
];

/// For Han, the languages in whose fonts is sought, in this order. The first stands for Simplified
/// Chinese: fontique takes `zh-CN` to mean no language in particular, and that may be Japanese.
const HAN: [&str; 4] = ["zh-SG", "zh-TW", "ja", "ko"];

/// The faces that have these characters, each once; no face for a character that no font has.
///
/// Lists all fonts of the system, which takes from some ten to some hundred milliseconds: not for
/// the window's thread, and not to be called without need.
pub fn for_characters(signs: &BTreeSet<char>) -> Vec<SystemFont> {
    let font = |font: QueryFont| SystemFont { bytes: Arc::new(font.blob), index: font.index };
    faces(signs).into_iter().map(font).collect()
}

fn faces(signs: &BTreeSet<char>) -> Vec<QueryFont> {
    let mut found: Vec<QueryFont> = Vec::new();
    if signs.is_empty() {
        return Vec::new();
    }
    let options = CollectionOptions { shared: false, system_fonts: true };
    let mut collection = Collection::new(options);
    let mut cache = SourceCache::new(SourceCacheOptions::default());
    for sign in signs {
        if found.iter().any(|font| has(font, *sign)) {
            continue;
        }
        let font = fallbacks(*sign).into_iter().find_map(|key| {
            let mut query = collection.query(&mut cache);
            query.set_families(FAMILIES.map(QueryFamily::Generic));
            if let Some(key) = key {
                query.set_fallbacks(key);
            }
            first_with(&mut query, *sign)
        });
        found.extend(font);
    }
    found
}

/// What the system is asked for, the best first.
fn fallbacks(sign: char) -> Vec<Option<FallbackKey>> {
    let script = sign.script();
    let Some(key) = Script::parse(script.short_name()).ok() else { return vec![None] };
    match script {
        unicode_script::Script::Common
        | unicode_script::Script::Inherited
        | unicode_script::Script::Unknown => vec![None],
        unicode_script::Script::Han => {
            let languages = HAN.iter().filter_map(|tag| Language::parse(tag).ok());
            languages.map(|language| Some(FallbackKey::new(key, Some(&language)))).collect()
        }
        _ => vec![Some(FallbackKey::new(key, None))],
    }
}

fn first_with(query: &mut Query<'_>, sign: char) -> Option<QueryFont> {
    let mut found = None;
    query.matches_with(|font| {
        if has(font, sign) {
            found = Some(font.clone());
            QueryStatus::Stop
        } else {
            QueryStatus::Continue
        }
    });
    found
}

fn has(font: &QueryFont, sign: char) -> bool {
    font.charmap().and_then(|map| map.map(sign)).is_some_and(|glyph| glyph != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A system may have no font at all; then the search finds nothing and there is nothing to see.
    #[test]
    fn each_face_that_is_found_has_a_sign_that_was_asked_for_and_no_other_face_has() {
        assert!(for_characters(&BTreeSet::new()).is_empty());
        let nobody_has: BTreeSet<char> = ['\u{10ffff}'].into();
        assert!(for_characters(&nobody_has).is_empty());
        let signs: BTreeSet<char> = ['a', 'b', 'c', '\u{5d0}', '\u{4e2d}', '\u{10ffff}'].into();
        let found = faces(&signs);
        assert_eq!(for_characters(&signs).len(), found.len());
        for (place, face) in found.iter().enumerate() {
            let is_new = |sign: &&char| {
                has(face, **sign) && !found.iter().take(place).any(|other| has(other, **sign))
            };
            assert!(signs.iter().any(|sign| is_new(&sign)), "face {place} adds nothing");
        }
        // What is found for one sign alone is found among others too.
        for sign in signs.iter().filter(|sign| !faces(&[**sign].into()).is_empty()) {
            assert!(found.iter().any(|face| has(face, *sign)), "{sign:?}");
        }
    }

    #[test]
    fn chinese_is_sought_in_fonts_for_chinese_first_and_signs_of_no_script_in_all() {
        let languages = |sign| {
            let keys = fallbacks(sign).into_iter();
            keys.map(|key| key.and_then(|key| key.locale_str().map(str::to_owned)))
                .collect::<Vec<_>>()
        };
        let chinese = languages('\u{4e2d}');
        assert_eq!(chinese.len(), HAN.len());
        assert!(chinese.iter().all(Option::is_some), "{chinese:?}");
        assert!(chinese.first().cloned().flatten().is_some_and(|one| one.starts_with("zh")));
        assert!(fallbacks('\u{2192}').iter().all(Option::is_none));
        let hebrew = fallbacks('\u{5d0}');
        assert!(matches!(hebrew.as_slice(), [Some(key)] if key.script().to_bytes() == *b"Hebr"));
    }
}
