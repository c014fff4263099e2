//! How a profile came about: the shares after each dated observation (coaching models, section 2).

use jiff::civil::Date;

use super::evidence::{Evidence, EvidenceKind, EvidenceWeights, Setting};
use super::profile::{Certainty, Profile, counted, item_weight};
use super::quadrant::{PerQuadrant, Quadrant};

/// The profile after one observation more.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    pub date: Date,
    /// Places in the evidence that was given; more than one where answers to a questionnaire of the
    /// same day are taken together.
    pub items: Vec<usize>,
    pub shares: PerQuadrant<f64>,
    pub leading: Option<Quadrant>,
    pub certainty: Certainty,
    /// The word, or the quadrant that it is about, is another one than before.
    pub turns: bool,
}

/// Both settings of one person.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PersonHistory {
    pub normal: Vec<Step>,
    pub pressure: Vec<Step>,
}

impl PersonHistory {
    pub fn of(evidence: &[Evidence], weights: &EvidenceWeights) -> Self {
        Self {
            normal: steps(evidence, Setting::Normal, weights),
            pressure: steps(evidence, Setting::Pressure, weights),
        }
    }

    pub fn get(&self, setting: Setting) -> &[Step] {
        match setting {
            Setting::Normal => &self.normal,
            Setting::Pressure => &self.pressure,
        }
    }
}

/// The steps of one setting in the order of their dates. What says nothing makes no step.
pub fn steps(evidence: &[Evidence], setting: Setting, weights: &EvidenceWeights) -> Vec<Step> {
    let relevant = || counted(evidence, setting);
    let is_answer = |item: &Evidence| item.kind == EvidenceKind::Questionnaire;
    // Each item weighs what it weighs today, so that the last step is the profile that is shown.
    let asked = relevant().filter(|(_, item)| is_answer(item)).count();
    let mut dated: Vec<(usize, &Evidence)> = relevant()
        .filter(|(_, item)| !item.supports.is_empty() || !item.against.is_empty())
        .collect();
    // Answers of one day stand together; for the rest the order of entry decides.
    dated.sort_by_key(|(_, item)| (item.date, is_answer(item)));
    let mut profile = Profile::default();
    let mut steps: Vec<Step> = Vec::new();
    let mut rest = dated.as_slice();
    while let Some(((_, first), _)) = rest.split_first() {
        let together = if is_answer(first) {
            rest.iter().take_while(|(_, item)| is_answer(item) && item.date == first.date).count()
        } else {
            1
        };
        let (now, later) = rest.split_at(together);
        rest = later;
        for (_, item) in now {
            profile.observe(item, item_weight(item, asked, weights));
        }
        let (certainty, leading) = (profile.certainty(), profile.leading());
        let turns = match steps.last() {
            None => certainty != Certainty::Unknown,
            Some(before) => {
                before.certainty != certainty
                    || (certainty != Certainty::Unknown && before.leading != leading)
            }
        };
        steps.push(Step {
            date: first.date,
            items: now.iter().map(|(place, _)| *place).collect(),
            shares: profile.shares(),
            leading,
            certainty,
            turns,
        });
    }
    steps
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    const WEIGHTS: EvidenceWeights = EvidenceWeights {
        questionnaire_total: 3.0,
        quote: 1.0,
        behaviour: 1.0,
        text: 0.7,
        third_party: 0.5,
        role: 0.25,
    };

    fn item(kind: EvidenceKind, day: i8, supports: &[Quadrant]) -> Evidence {
        Evidence {
            id: None,
            supports: supports.to_vec(),
            against: Vec::new(),
            kind,
            setting: Setting::Normal,
            date: date(2026, 6, day),
            text: String::new(),
            source: String::new(),
            weight: None,
        }
    }

    #[test]
    fn the_steps_follow_the_dates_whatever_the_order_of_entry() {
        let quote = EvidenceKind::Quote;
        let evidence = [
            item(quote, 9, &[Quadrant::C]),
            item(quote, 2, &[Quadrant::A]),
            item(quote, 9, &[Quadrant::B]),
            item(quote, 4, &[]),
        ];
        let steps = steps(&evidence, Setting::Normal, &WEIGHTS);
        let places: Vec<_> =
            steps.iter().map(|step| (step.date.day(), step.items.clone())).collect();
        assert_eq!(places, [(2, vec![1]), (9, vec![0]), (9, vec![2])]);
        assert!((steps[0].shares.a - 2.0 / 5.0).abs() < 1e-12);
        assert!((steps[1].shares.a - 2.0 / 6.0).abs() < 1e-12);
        assert!((steps[2].shares.a - 2.0 / 7.0).abs() < 1e-12);
        // A leads, then A and C are level, then three are.
        let turns: Vec<_> = steps.iter().map(|step| (step.turns, step.leading)).collect();
        assert_eq!(turns, [(true, Some(Quadrant::A)), (true, None), (false, None)]);
    }

    #[test]
    fn the_word_turns_where_it_changes_and_nowhere_else() {
        // With n quotes for C it is leaning from 1, likely from 3 (alpha 4), clear from 5 (alpha 6).
        let evidence: Vec<Evidence> =
            (1..=6).map(|day| item(EvidenceKind::Quote, day, &[Quadrant::C])).collect();
        let words: Vec<_> = steps(&evidence, Setting::Normal, &WEIGHTS)
            .into_iter()
            .map(|step| (step.certainty.id(), step.turns))
            .collect();
        assert_eq!(
            words,
            [
                ("leaning", true),
                ("leaning", false),
                ("likely", true),
                ("likely", false),
                ("clear", true),
                ("clear", false),
            ]
        );
        // A guess alone is not enough for a word, so nothing turns.
        let guess = [item(EvidenceKind::Role, 1, &[Quadrant::C])];
        let guessed = steps(&guess, Setting::Normal, &WEIGHTS);
        assert_eq!((guessed[0].certainty, guessed[0].turns), (Certainty::Unknown, false));
    }

    #[test]
    fn the_answers_of_a_day_are_one_step() {
        let asked = EvidenceKind::Questionnaire;
        let mut evidence = vec![item(asked, 3, &[Quadrant::B]); 5];
        evidence.push(item(EvidenceKind::Quote, 3, &[Quadrant::A]));
        evidence.push(item(asked, 3, &[Quadrant::D]));
        evidence.push(item(asked, 5, &[Quadrant::D]));
        let steps = steps(&evidence, Setting::Normal, &WEIGHTS);
        let items: Vec<_> = steps.iter().map(|step| step.items.clone()).collect();
        assert_eq!(items, [vec![5], vec![0, 1, 2, 3, 4, 6], vec![7]]);
    }

    #[test]
    fn each_setting_has_its_own_history() {
        let mut evidence = vec![item(EvidenceKind::Quote, 1, &[Quadrant::C])];
        evidence.push(Evidence { setting: Setting::Pressure, ..evidence[0].clone() });
        evidence[1].supports = vec![Quadrant::B];
        let history = PersonHistory::of(&evidence, &WEIGHTS);
        assert_eq!(history.get(Setting::Normal)[0].leading, Some(Quadrant::C));
        assert_eq!(history.get(Setting::Pressure)[0].leading, Some(Quadrant::B));
        assert_eq!(PersonHistory::of(&[], &WEIGHTS), PersonHistory::default());
    }

    fn some_item() -> impl Strategy<Value = Evidence> {
        let kind = proptest::sample::select(vec![
            EvidenceKind::Questionnaire,
            EvidenceKind::Quote,
            EvidenceKind::Text,
            EvidenceKind::Role,
        ]);
        let quadrants = || proptest::sample::subsequence(Quadrant::ALL.to_vec(), 0..=2);
        (kind, quadrants(), quadrants(), 1..28_i8).prop_map(|(kind, supports, against, day)| {
            Evidence { against, ..item(kind, day, &supports) }
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn the_last_step_is_the_profile_that_is_shown(
            evidence in proptest::collection::vec(some_item(), 0..20),
        ) {
            let steps = steps(&evidence, Setting::Normal, &WEIGHTS);
            let profile = Profile::from_evidence(&evidence, Setting::Normal, &WEIGHTS);
            let told: usize = steps.iter().map(|step| step.items.len()).sum();
            prop_assert_eq!(told, profile.observations);
            prop_assert!(steps.is_sorted_by_key(|step| step.date));
            if let Some(last) = steps.last() {
                for quadrant in Quadrant::ALL {
                    prop_assert!((last.shares[quadrant] - profile.share(quadrant)).abs() < 1e-9);
                }
                prop_assert_eq!(last.leading, profile.leading());
                prop_assert_eq!(last.certainty, profile.certainty());
            }
        }
    }
}
