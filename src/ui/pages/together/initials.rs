//! Names so short that they fit on a map.

use std::collections::BTreeMap;

/// The initials of each name, none of them twice: a second "LY" is "LY2".
pub fn of_all(names: &[String]) -> Vec<String> {
    let mut used: BTreeMap<String, usize> = BTreeMap::new();
    let numbered = names.iter().map(|name| {
        let short = of(name);
        let count = used.entry(short.clone()).or_insert(0);
        *count += 1;
        if *count == 1 { short } else { format!("{short}{count}") }
    });
    numbered.collect()
}

/// "LY" for Lin Yue (林悦), 林悦 for 林悦, 晓明 for 陈晓明.
fn of(name: &str) -> String {
    // Of two names, the one before the bracket is the one that is read here.
    let name = name.split(['(', '（']).next().unwrap_or(name).trim();
    let signs: Vec<char> = name.chars().collect();
    if signs.iter().any(|sign| is_han(*sign)) {
        let han: Vec<char> = signs.into_iter().filter(|sign| is_han(*sign)).collect();
        return han.iter().skip(han.len().saturating_sub(2)).collect();
    }
    let words: Vec<&str> = name
        .split(|sign: char| sign.is_whitespace() || sign == '-')
        .filter(|word| !word.is_empty())
        .collect();
    let first = |word: &&str| word.chars().find(|sign| sign.is_alphanumeric());
    let ends = match words.as_slice() {
        [] => Vec::new(),
        [one] => one.chars().filter(|sign| sign.is_alphanumeric()).take(2).collect(),
        [one, .., last] => [first(one), first(last)].into_iter().flatten().collect(),
    };
    let short: String = ends.iter().flat_map(|sign| sign.to_uppercase()).take(3).collect();
    if short.is_empty() { "?".to_owned() } else { short }
}

fn is_han(sign: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_short_and_differ() {
        let names = [
            "Lin Yue (林悦)",
            "林悦",
            "陈晓明",
            "Lena Young",
            "Müller",
            "",
            "🦊",
            "ana de la cruz",
        ];
        let shown = of_all(&names.map(str::to_owned));
        assert_eq!(shown, ["LY", "林悦", "晓明", "LY2", "MÜ", "?", "?2", "AC"]);
    }
}
