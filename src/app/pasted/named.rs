//! Whether somebody is named in a line of an e-mail.

use super::kept::is_wide;

/// Whether `owner`, in lower case, is named in a line: as whole words, so that nobody else whose name
/// contains it is meant.
pub(super) fn names(line: &str, owner: &str) -> bool {
    let line = line.to_lowercase();
    if owner.chars().any(is_wide) {
        let ends = |sign: Option<char>| sign.is_none_or(|sign| !is_part_of_name(sign));
        return line.match_indices(owner).any(|(at, found)| {
            let after = line.get(at + found.len()..).and_then(|rest| rest.chars().next());
            ends(line.get(..at).and_then(|before| before.chars().next_back())) && ends(after)
        });
    }
    // What stands behind the sign of an address is a company.
    let said: Vec<&str> = line
        .split_whitespace()
        .flat_map(|part| part.split('@').next().unwrap_or_default().split(is_between))
        .collect();
    let mut words = owner.split(is_between).filter(|word| !word.is_empty()).peekable();
    words.peek().is_some() && words.all(|word| said.contains(&word))
}

fn is_between(sign: char) -> bool {
    !sign.is_alphanumeric()
}

/// Whether a sign may belong to a Chinese name. Around a name stand often "on the 3rd" before it, and
/// "at" or "wrote" behind it, without room.
fn is_part_of_name(sign: char) -> bool {
    sign.is_alphanumeric() && !matches!(sign, '日' | '于' | '在' | '写')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_my_whole_name_makes_a_message_mine() {
        for (line, owner) in [
            ("Li <li@example.com>", "li"),
            ("Reed, Sam", "sam reed"),
            ("sam.reed@example.com", "sam reed"),
            ("On Mon, 1 June 2026, Sam Reed <s@example.com> wrote:", "sam reed"),
            ("在2026年6月1日周明写道：", "周明"),
            ("周明 <zhou@example.com>", "周明"),
        ] {
            assert!(names(line, owner), "{line} {owner}");
        }
        for (line, owner) in [
            ("Elizabeth", "li"),
            ("Ana <ana@reed.com>", "reed"),
            ("Sam Weber", "sam reed"),
            ("周明华", "周明"),
            ("小周明", "周明"),
            ("Ana", ""),
            ("Ana", "-"),
        ] {
            assert!(!names(line, owner), "{line} {owner}");
        }
    }
}
