//! Spaces around what is put into a Chinese message.

/// The marks that Fluent puts around a value when it isolates.
const MARKS: [char; 2] = ['\u{2068}', '\u{2069}'];

/// The text without the marks. A message writes a space around a value for the sake of Latin
/// letters and digits; between two Chinese characters it is taken away.
pub(super) fn close_up(marked: String) -> String {
    if !marked.contains(MARKS) {
        return marked;
    }
    let mut text = String::with_capacity(marked.len());
    let (mut at_value, mut space_at_value) = (false, false);
    for sign in marked.chars() {
        if MARKS.contains(&sign) {
            at_value = true;
            continue;
        }
        if is_wide(sign) && (at_value || space_at_value) {
            let before = text.strip_suffix(' ').and_then(|before| before.chars().next_back());
            if before.is_some_and(is_wide) {
                text.pop();
            }
        }
        space_at_value = sign == ' ' && at_value;
        at_value = false;
        text.push(sign);
    }
    text
}

/// Whether the character is Chinese: an ideograph or full-width punctuation.
fn is_wide(sign: char) -> bool {
    matches!(sign, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(marked: &str, expected: &str) {
        let marked = marked.replace('[', "\u{2068}").replace(']', "\u{2069}");
        assert_eq!(close_up(marked), expected);
    }

    #[test]
    fn a_space_stays_only_where_something_is_not_chinese() {
        check("[林悦] 答应你", "林悦答应你");
        check("[Lin Yue] 答应你", "Lin Yue 答应你");
        check("你答应 [林悦]", "你答应林悦");
        check("[海港食品] [采购总监]", "海港食品采购总监");
        check("[3] 天后", "3 天后");
        check("下次会谈：[今天] [14:00]", "下次会谈：今天 14:00");
    }

    #[test]
    fn spaces_within_a_value_and_within_the_message_stay() {
        check("“[今年 没有预算]”", "“今年 没有预算”");
        check("左 右[中]", "左 右中");
        check("没有值 的一句", "没有值 的一句");
    }
}
