//! Merging texts by line.

/// More pairs of lines than this are not compared: the texts are then one conflict.
const MAX_PAIRS: usize = 4_000_000;

/// The text with the changes of both sides; `None` if they changed the same or touching lines.
pub(super) fn merge(base: &str, mine: &str, theirs: &str) -> Option<String> {
    let [base, mine, theirs] =
        [base, mine, theirs].map(|text| text.split('\n').collect::<Vec<_>>());
    let in_mine = matches(&base, &mine)?;
    let in_theirs = matches(&base, &theirs)?;
    let mut merged = Vec::with_capacity(mine.len() + theirs.len());
    // How far each text is written already.
    let (mut b, mut m, mut t) = (0, 0, 0);
    let kept = in_mine.iter().zip(&in_theirs).enumerate();
    let kept = kept.filter_map(|(line, (mine, theirs))| Some((line, (*mine)?, (*theirs)?)));
    for (next_b, next_m, next_t) in kept.chain([(base.len(), mine.len(), theirs.len())]) {
        let between = [base.get(b..next_b)?, mine.get(m..next_m)?, theirs.get(t..next_t)?];
        let chosen = match between {
            [base, mine, theirs] if mine == theirs || theirs == base => mine,
            [base, mine, theirs] if mine == base => theirs,
            _ => return None,
        };
        merged.extend_from_slice(chosen);
        merged.extend(base.get(next_b));
        (b, m, t) = (next_b + 1, next_m + 1, next_t + 1);
    }
    Some(merged.join("\n"))
}

/// For each line of `base` the line of `other` that it became, in order and as many as possible.
/// `None` if the texts are too long to compare.
fn matches(base: &[&str], other: &[&str]) -> Option<Vec<Option<usize>>> {
    let same = |(a, b): &(&&str, &&str)| a == b;
    let start = base.iter().zip(other).take_while(same).count();
    let most = base.len().min(other.len()) - start;
    let end = base.iter().rev().zip(other.iter().rev()).take_while(same).take(most).count();
    let rows = base.get(start..base.len() - end)?;
    let columns = other.get(start..other.len() - end)?;
    if rows.len().saturating_mul(columns.len()) > MAX_PAIRS {
        return None;
    }
    // The length of the longest common run of lines from (row, column) to the end.
    let width = columns.len() + 1;
    let mut longest = vec![0_u32; (rows.len() + 1) * width];
    let at = |longest: &[u32], row: usize, column: usize| {
        longest.get(row * width + column).copied().unwrap_or(0)
    };
    for (row, line) in rows.iter().enumerate().rev() {
        for (column, other) in columns.iter().enumerate().rev() {
            let length = if line == other {
                at(&longest, row + 1, column + 1) + 1
            } else {
                at(&longest, row + 1, column).max(at(&longest, row, column + 1))
            };
            if let Some(place) = longest.get_mut(row * width + column) {
                *place = length;
            }
        }
    }
    let mut found = vec![None; base.len()];
    for (line, place) in found.iter_mut().enumerate() {
        if line < start {
            *place = Some(line);
        } else if line >= base.len() - end {
            *place = Some(line + other.len() - base.len());
        }
    }
    let (mut row, mut column) = (0, 0);
    while let (Some(line), Some(candidate)) = (rows.get(row), columns.get(column)) {
        if line == candidate {
            if let Some(place) = found.get_mut(start + row) {
                *place = Some(start + column);
            }
            (row, column) = (row + 1, column + 1);
        } else if at(&longest, row + 1, column) >= at(&longest, row, column + 1) {
            row += 1;
        } else {
            column += 1;
        }
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_of_different_lines_are_united_and_of_the_same_lines_are_not() {
        let base = "one\ntwo\nthree\nfour\nfive";
        for (mine, theirs, merged) in [
            (
                "ONE\ntwo\nthree\nfour\nfive",
                "one\ntwo\nthree\nfour\nFIVE",
                Some("ONE\ntwo\nthree\nfour\nFIVE"),
            ),
            (
                "one\nthree\nfour\nfive",
                "one\ntwo\nthree\nfour\nfive\nsix",
                Some("one\nthree\nfour\nfive\nsix"),
            ),
            (
                "zero\none\ntwo\nthree\nfour\nfive",
                "one\ntwo\nthree\nfour",
                Some("zero\none\ntwo\nthree\nfour"),
            ),
            (
                "ONE\ntwo\nthree\nfour\nFIVE",
                "one\ntwo\n3\nfour\nfive",
                Some("ONE\ntwo\n3\nfour\nFIVE"),
            ),
            ("one\ntwo\nTHREE\nfour\nfive", "one\ntwo\n3\nfour\nfive", None),
            ("ONE\ntwo\nthree\nfour\nfive", "one\nTWO\nthree\nfour\nfive", None),
            ("one\ntwo\nthree\nfour\nfive\nmine", "one\ntwo\nthree\nfour\nfive\ntheirs", None),
            (
                "one\ntwo\nthree\nfour\nfive\nsame",
                "one\ntwo\nthree\nfour\nfive\nsame",
                Some("one\ntwo\nthree\nfour\nfive\nsame"),
            ),
        ] {
            assert_eq!(merge(base, mine, theirs).as_deref(), merged, "{mine:?} and {theirs:?}");
            assert_eq!(merge(base, theirs, mine).as_deref(), merged, "{theirs:?} and {mine:?}");
        }
    }

    #[test]
    fn line_ends_and_empty_texts_are_kept_as_they_are() {
        assert_eq!(
            merge("a\r\nb\r\nc\n", "A\r\nb\r\nc\n", "a\r\nb\r\nC\n").as_deref(),
            Some("A\r\nb\r\nC\n")
        );
        assert_eq!(merge("", "mine", "theirs"), None);
        assert_eq!(merge("a", "", "a").as_deref(), Some(""));
        assert_eq!(merge("a", "a\n", "a").as_deref(), Some("a\n"));
    }

    #[test]
    fn texts_that_are_too_long_to_compare_are_left_to_the_user() {
        let lines = |word: &str| format!("{word}\n").repeat(3_000);
        assert_eq!(merge(&lines("base"), &lines("mine"), &lines("theirs")), None);
    }
}
