//! The content that comes with the app is complete, and a slip in it is found and named.

use counterpoint::content::catalog::{Catalog, ContentError, Sources};
use counterpoint::content::questionnaire::Item;
use counterpoint::domain::compatibility::Relation;
use counterpoint::domain::phase::Phase;
use counterpoint::domain::potato::PotatoKind;
use counterpoint::domain::quadrant::Quadrant;
use counterpoint::domain::tactic::Mark;
use counterpoint::domain::walk::QuestionId;

/// The line, counted from 1, of the first occurrence of `part`.
fn line_of(source: &str, part: &str) -> usize {
    let (before, _) = source.split_once(part).expect("the content has this part");
    before.matches('\n').count() + 1
}

fn error(sources: &Sources<'_>) -> ContentError {
    match Catalog::parse(sources) {
        Ok(_) => panic!("the sources are wrong, and were accepted"),
        Err(error) => error,
    }
}

#[test]
fn the_bundled_content_loads_and_every_lookup_finds_its_own_entry() {
    let catalog = Catalog::bundled().unwrap_or_else(|error| panic!("{error}"));
    for me in Quadrant::ALL {
        assert_eq!(catalog.quadrant(me).id, me);
        for them in Quadrant::ALL {
            let pair = catalog.pair(me, them);
            assert_eq!((pair.me, pair.them), (me, them));
        }
    }
    for relation in Relation::ALL {
        assert_eq!(catalog.relation(relation).id, relation.id());
    }
    for question in QuestionId::ALL {
        assert_eq!(catalog.question(question).id, question);
    }
    for phase in Phase::ALL {
        assert_eq!(catalog.phase(phase).id, phase);
        assert!(catalog.tactics_of(phase).all(|tactic| tactic.phase == phase));
    }
    for kind in PotatoKind::ALL {
        assert_eq!(catalog.potato(kind).id, kind);
    }
    for tactic in catalog.tactics() {
        assert_eq!(catalog.tactic(&tactic.id).map(|found| &found.id), Some(&tactic.id));
    }
    let items = catalog.questionnaire();
    assert_eq!(items.len(), 24);
    for quadrant in Quadrant::ALL {
        let has = |item: &&Item| item.choices.iter().any(|choice| choice.quadrant == quadrant);
        assert_eq!(items.iter().filter(has).count(), 12, "{quadrant}");
    }
    // Answers in libraries of older versions carry these.
    for (number, id) in
        ["self-ab", "self-ac", "self-ad", "self-bc", "self-bd", "self-cd"].iter().enumerate()
    {
        assert_eq!(catalog.questionnaire_number(id), Some(number + 1));
    }
    assert_eq!(catalog.questionnaire_number("Mr. Falk"), None);
    assert!(catalog.tactic("no-such-card").is_none());
    assert!((catalog.weights().questionnaire_total - 3.0).abs() < f64::EPSILON);
}

#[test]
fn the_two_tactics_of_the_course_are_fair_and_stand_in_their_phases() {
    let catalog = Catalog::bundled().unwrap_or_else(|error| panic!("{error}"));
    for (id, phase) in [("focus-on-issue", Phase::Opening), ("hot-potato", Phase::Middle)] {
        let tactic = catalog.tactic(id).expect("the deck has the card");
        assert_eq!(tactic.phase, phase);
        assert_ne!(tactic.mark, Mark::Unethical);
    }
}

#[test]
fn a_misspelt_field_names_file_line_and_field() {
    let good = Sources::BUNDLED.relations;
    let wrong = good.replacen("gains:", "gians:", 1);
    let line = line_of(&wrong, "gians:");
    let error = error(&Sources { relations: &wrong, ..Sources::BUNDLED });
    let ContentError::Malformed { file, line: found, .. } = &error else {
        panic!("{error}");
    };
    assert_eq!(*file, "assets/content/relations.ron");
    assert_eq!(*found, line);
    assert!(error.to_string().contains("gians"), "{error}");
}

#[test]
fn a_broken_file_names_its_line() {
    let wrong = Sources::BUNDLED.walk.replacen("id: D1", "id: D9", 1);
    let error = error(&Sources { walk: &wrong, ..Sources::BUNDLED });
    let place = format!("assets/content/walk.ron:{}:", line_of(&wrong, "id: D9"));
    assert!(error.to_string().starts_with(&place), "{error}");
}

#[test]
fn a_blank_text_is_refused_with_its_line() {
    let wrong = Sources::BUNDLED.relations.replacen("zh: \"相同\"", "zh: \" \"", 1);
    let error = error(&Sources { relations: &wrong, ..Sources::BUNDLED });
    let ContentError::Text { line, path, message, .. } = &error else {
        panic!("{error}");
    };
    assert_eq!(*line, line_of(&wrong, "zh: \" \""));
    assert_eq!(path, "[0].name");
    assert!(message.starts_with("zh: the text is blank"), "{message}");
}

#[test]
fn a_text_in_the_wrong_language_is_refused() {
    let wrong = Sources::BUNDLED.relations.replacen("zh: \"相同\"", "zh: \"Same\"", 1);
    let error = error(&Sources { relations: &wrong, ..Sources::BUNDLED });
    assert!(matches!(error, ContentError::Text { .. }), "{error}");
}

#[test]
fn missing_doubled_and_unknown_ids_are_named() {
    let renamed = |from: &str, to: &str| Sources::BUNDLED.relations.replacen(from, to, 1);
    let relations = renamed("id: \"cross\"", "id: \"same\"");
    let found = error(&Sources { relations: &relations, ..Sources::BUNDLED });
    let file = "assets/content/relations.ron";
    assert_eq!(found, ContentError::Duplicate { file, id: "same".to_owned() });

    let relations = renamed("id: \"cross\"", "id: \"crossed\"");
    let found = error(&Sources { relations: &relations, ..Sources::BUNDLED });
    assert_eq!(found, ContentError::WrongId { file, id: "crossed".to_owned() });

    let found = error(&Sources { relations: "[]", ..Sources::BUNDLED });
    assert_eq!(found, ContentError::Missing { file, id: "same".to_owned() });
}

#[test]
fn a_card_cannot_be_related_to_one_that_is_gone() {
    let tactics =
        Sources::BUNDLED.tactics.replacen("related: [\"", "related: [\"no-such-card\", \"", 1);
    let found = error(&Sources { tactics: &tactics, ..Sources::BUNDLED });
    assert!(
        matches!(&found, ContentError::WrongRelated { related, .. } if related == "no-such-card"),
        "{found}"
    );
    let tactics = Sources::BUNDLED.tactics.replacen("id: \"hot-potato\"", "id: \"potato\"", 1);
    let found = error(&Sources { tactics: &tactics, ..Sources::BUNDLED });
    assert!(matches!(&found, ContentError::Missing { id, .. } if id == "hot-potato"), "{found}");
}

#[test]
fn a_weight_must_be_above_nothing() {
    let weights = Sources::BUNDLED.weights.replacen("quote: 1.0", "quote: -1.0", 1);
    let found = error(&Sources { weights: &weights, ..Sources::BUNDLED });
    assert!(matches!(found, ContentError::WrongWeight { field: "quote", .. }), "{found}");
}
