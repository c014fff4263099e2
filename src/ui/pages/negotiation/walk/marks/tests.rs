use QuestionId::{A1, A2, B1, C1, D1};
use proptest::prelude::*;

use super::fixture::{irritation, marks};
use super::*;
use crate::domain::pitch::PitchReading;

fn lines(marks: &Marks) -> Vec<(char, Range<usize>, u8)> {
    let letter = |run: &Run| run.quadrant.letter().chars().next().unwrap();
    marks.runs.iter().map(|run| (letter(run), run.chars.clone(), run.level)).collect()
}

#[test]
fn lines_of_one_quadrant_join_and_those_of_others_stack() {
    let text = "one two three four five";
    let found = marks(text, &[(A1, "one two"), (A2, "two three"), (C1, "three"), (D1, "five")]);
    assert_eq!(lines(&found), [('A', 0..13, 0), ('C', 8..13, 1), ('D', 19..23, 0)]);
    let found = marks(text, &[(A1, "one"), (A2, "two"), (B1, "one two three"), (C1, "two three")]);
    let expected = [('B', 0..13, 0), ('A', 0..3, 1), ('C', 4..13, 1), ('A', 4..7, 2)];
    assert_eq!(lines(&found), expected);
}

#[test]
fn places_are_counted_in_characters() {
    let found = marks("省下 410,000 元。", &[(A2, "410,000 元")]);
    assert_eq!(found.passages[0].chars, 3..12);
    assert_eq!(found.slice(&found.passages[0].span), "410,000 元");
}

#[test]
fn only_runs_in_sight_are_given() {
    let text = "one two three four five";
    let found = marks(text, &[(B1, "one two three four"), (A1, "two"), (C1, "five")]);
    let in_sight = |chars| found.runs_in(chars).map(|run| run.quadrant).collect::<Vec<_>>();
    assert_eq!(in_sight(14..18), [Quadrant::B]);
    assert_eq!(in_sight(5..6), [Quadrant::B, Quadrant::A]);
    assert_eq!(in_sight(18..19), []);
    assert_eq!(in_sight(20..90), [Quadrant::C]);
}

#[test]
fn an_edit_moves_what_it_does_not_touch() {
    let found = marks("one two three", &[(A1, "one"), (A2, "three")]);
    let edited = found.carried_to("one two or three");
    let texts: Vec<_> = edited.passages.iter().map(|one| edited.slice(&one.span)).collect();
    assert_eq!(texts, ["one", "three"]);
    assert!(found.is_current() && !edited.is_current());
    assert_eq!(found.carried_to("one two thee").passages.len(), 1);
}

#[test]
fn answers_and_findings_are_compared() {
    let found = marks("one two", &[(A1, "one")]);
    assert_eq!(found.standing(A1, None), Standing::Suggested(Answer::Yes));
    assert_eq!(found.standing(A1, Some(Answer::Yes)), Standing::Agrees);
    assert_eq!(found.standing(A1, Some(Answer::No)), Standing::Denied);
    assert_eq!(found.standing(A2, None), Standing::Agrees);
    assert_eq!(found.standing(A2, Some(Answer::No)), Standing::Agrees);
    assert_eq!(found.standing(A2, Some(Answer::Partly)), Standing::Gone);
    // While the edited text is being read, nothing is said to be gone.
    assert_eq!(marks(" ", &[]).standing(A1, Some(Answer::Yes)), Standing::Agrees);
    assert_eq!(found.carried_to("on two").standing(A1, Some(Answer::Yes)), Standing::Agrees);
}

#[test]
fn a_weak_passage_suggests_partly() {
    let passage = Passage { question: A1, span: 0..3, cues: Vec::new(), strength: 0.6 };
    let reading = PitchReading {
        passages: vec![passage],
        irritations: vec![irritation(4, 7)],
        ..Default::default()
    };
    let read = Arc::new(ReadPitch { text: Arc::from("one two"), reading });
    let found = Marks::new("one two", Some(read));
    assert_eq!(found.standing(A1, None), Standing::Suggested(Answer::Partly));
    assert_eq!(found.irritating_in(0..4).count(), 0);
    assert_eq!(found.irritating_in(5..6).count(), 1);
}

proptest! {
    #[test]
    fn characters_before_a_byte_are_those_counted_from_the_start(
        text in "[a中é\n]{0,900}", at in 0_usize..3000
    ) {
        let at = (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap();
        let expected = text[..at].chars().count();
        prop_assert_eq!(Places::of(&text).char(at), expected);
    }

    #[test]
    fn lines_on_one_level_never_overlap(
        spans in proptest::collection::vec((0_usize..17, 0_usize..60, 1_usize..30), 0..30)
    ) {
        let passage = |(question, start, length): &(usize, usize, usize)| Found {
            question: QuestionId::ALL[*question],
            span: *start..start + length,
            chars: *start..start + length,
            cues: Vec::new(),
            strength: 1.0,
        };
        let mut passages: Vec<Found> = spans.iter().map(passage).collect();
        passages.sort_by_key(|one| (one.span.start, one.span.end, one.question));
        let runs = runs(&passages);
        for (index, run) in runs.iter().enumerate() {
            for other in &runs[index + 1..] {
                let apart = run.chars.end <= other.chars.start;
                prop_assert!(run.level != other.level || apart, "{:?} {:?}", run, other);
            }
        }
        for passage in &passages {
            let quadrant = passage.question.quadrant();
            let covered = runs.iter().any(|run| run.quadrant == quadrant
                && run.chars.start <= passage.chars.start
                && run.chars.end >= passage.chars.end);
            prop_assert!(covered);
        }
    }
}
