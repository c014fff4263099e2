//! What a reader of the PDF gets: pages, words, headings.

use std::collections::HashMap;

use hayro_syntax::Pdf;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::{Array, Dict, Object, Stream};

use super::*;
use crate::brief::document::{Area, Block, CheckItem, Figure, Person, QuadrantTag, Section};
use crate::brief::fixture::{catalog, full_session, lin, now, owner};
use crate::brief::{BriefInput, compose};
use crate::domain::quadrant::AnimalReading;
use crate::domain::statistics::Statistics;
use crate::domain::tactic::Deck;
use crate::i18n::{Language, Messages};

fn sample(language: Language) -> Document {
    compose(&BriefInput {
        session: &full_session(),
        counterparts: &[&lin()],
        owner: &owner(),
        deck: &Deck::default(),
        statistics: &Statistics::default(),
        animals: AnimalReading::default(),
        catalog: &catalog(),
        messages: &Messages::new(language),
        now: now(),
        include_limits: true,
    })
}

fn page_of(blocks: Vec<Block>) -> Document {
    Document {
        language: Language::English,
        title: "Title".to_owned(),
        subtitle: String::new(),
        sections: vec![Section::new("Heading", Area::Body, blocks)],
        footer: String::new(),
    }
}

/// From the codes of a font to characters, as the font itself says it: lines such as
/// `<0003> <4E2D>` between `beginbfchar` and `endbfchar`.
fn to_unicode(font: &Dict<'_>) -> HashMap<u16, String> {
    let stream: Stream<'_> = font.get("ToUnicode").expect("a way back to characters");
    let bytes = stream.decoded().expect("a readable stream");
    let text = String::from_utf8_lossy(&bytes);
    let mut map = HashMap::new();
    for line in text.lines() {
        let parts: Vec<&str> = line.split(['<', '>']).collect();
        if let [_, code, gap, units, _] = parts[..]
            && gap.trim().is_empty()
            && code.len() == 4
        {
            let code = u16::from_str_radix(code, 16).expect("a code");
            let units: Vec<u16> = units
                .as_bytes()
                .chunks(4)
                .map(|unit| u16::from_str_radix(std::str::from_utf8(unit).unwrap(), 16).unwrap())
                .collect();
            map.insert(code, String::from_utf16(&units).expect("characters"));
        }
    }
    map
}

/// The number of pages, and their words without any white space, as a program would find them.
fn read(bytes: &[u8]) -> (usize, String) {
    let pdf = Pdf::new(bytes.to_vec()).expect("a PDF");
    let mut text = String::new();
    for page in pdf.pages().iter() {
        let mut font = HashMap::new();
        let mut operations = page.typed_operations();
        while let Some(operation) = operations.next() {
            let mut show = |shown: &[u8]| {
                for code in shown.chunks_exact(2) {
                    let code = u16::from_be_bytes([code[0], code[1]]);
                    text.push_str(font.get(&code).map_or("\u{fffd}", String::as_str));
                }
            };
            match operation {
                TypedInstruction::TextFont(set) => {
                    font = to_unicode(&page.resources().get_font(set.0).expect("a font"));
                }
                TypedInstruction::ShowText(shown) => show(shown.0.as_bytes()),
                TypedInstruction::ShowTexts(shown) => {
                    let parts: &Array<'_> = shown.0;
                    for part in parts.iter::<Object<'_>>() {
                        if let Object::String(part) = part {
                            show(part.as_bytes());
                        }
                    }
                }
                _ => {}
            }
        }
    }
    text.retain(|sign| !sign.is_whitespace() && !is_default_ignorable(sign));
    (pdf.pages().len(), text)
}

fn expect(text: &str, parts: &[&str]) {
    for part in parts {
        let part: String = part.split_whitespace().collect();
        assert!(text.contains(&part), "{part:?} is not in:\n{text}");
    }
}

#[test]
fn a_full_brief_is_one_page_whose_words_can_be_found() {
    for paper in Paper::ALL {
        let (pages, text) = read(&write(&sample(Language::English), paper, &[]).unwrap());
        assert_eq!(pages, 1, "{paper:?}");
        expect(
            &text,
            &[
                "Lin Yue puts the 38-site contract before her board by 30 June.",
                "Lin Yue (林悦)",
                "CNY 1,340",
                "Head of Purchasing · Northern Cold Chain",
                "Who besides you has to agree?",
            ],
        );
        let (pages, text) = read(&write(&sample(Language::Chinese), paper, &[]).unwrap());
        assert_eq!(pages, 1, "{paper:?}");
        expect(&text, &["第 2 次会谈", "林悦", "1,340 元", "“", "一共让了 140 元"]);
        assert!(!text.contains('\u{fffd}'));
    }
}

#[test]
fn every_text_of_a_document_is_on_the_page() {
    for language in Language::ALL {
        let document = sample(language);
        let (_, text) = read(&write(&document, Paper::A4, &[]).unwrap());
        data::each_text(&data::of(&document), &mut |part| {
            // Kinds and letters are words of the template, not of the page.
            if part.chars().count() > 12 {
                let part: String =
                    part.chars().filter(|sign| !is_default_ignorable(*sign)).collect();
                expect(&text, &[&part]);
            }
        });
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let document = sample(Language::Chinese);
    let first = write(&document, Paper::A4, &[]).unwrap();
    assert!(first == write(&document, Paper::A4, &[]).unwrap());
}

#[test]
fn title_language_and_headings_are_told_to_the_reader() {
    for (language, tag) in [(Language::English, "en"), (Language::Chinese, "zh-CN")] {
        let bytes = write(&sample(language), Paper::Letter, &[]).unwrap();
        let pdf = Pdf::new(bytes).expect("a PDF");
        let title = Pdf::metadata(&pdf).title.clone().expect("a title");
        assert!(!title.is_empty());
        let root: Dict<'_> = pdf.xref().get(pdf.xref().root_id()).expect("a root");
        let lang: hayro_syntax::object::String<'_> = root.get("Lang").expect("a language");
        assert_eq!(lang.as_bytes(), tag.as_bytes());
        assert!(root.contains_key("StructTreeRoot"), "the page is tagged");
        let outline: Dict<'_> = root.get("Outlines").expect("an outline");
        assert!(outline.contains_key("First"));
        let page = &pdf.pages()[0];
        assert!(!page.raw().contains_key("Annots"), "nothing can be clicked");
        assert_eq!(page.base_dimensions(), (612.0, 792.0));
    }
}

#[test]
fn a_text_that_looks_like_markup_stays_text() {
    let odd =
        r#"#import "x.typ": * $ x^2 $ \ *bold* _it_ = head <l> @ref // c /* d */ `raw` [a] #{ }"#;
    let fact = || crate::brief::document::Fact::new(odd, odd);
    let mut document = page_of(vec![
        Block::Statement(odd.to_owned()),
        Block::Bullets(vec![odd.to_owned()]),
        Block::Checklist(vec![CheckItem { text: odd.to_owned(), done: true }]),
        Block::Figures(vec![Figure {
            label: odd.to_owned(),
            value: odd.to_owned(),
            detail: odd.to_owned(),
        }]),
        Block::Facts(vec![fact()]),
        Block::Person(Person {
            name: odd.to_owned(),
            role: odd.to_owned(),
            tag: QuadrantTag { quadrant: None, text: odd.to_owned() },
        }),
        Block::Exchange(crate::brief::document::Exchange { tend: fact(), instead: fact() }),
        Block::Warning(crate::brief::document::Warning {
            title: odd.to_owned(),
            items: vec![odd.to_owned()],
        }),
    ]);
    document.title = odd.to_owned();
    document.subtitle = odd.to_owned();
    document.footer = odd.to_owned();
    let (_, text) = read(&write(&document, Paper::A4, &[]).unwrap());
    let wanted: String = odd.split_whitespace().collect();
    assert_eq!(text.matches(&wanted).count(), 20, "{text}");
}

#[test]
fn a_text_of_any_length_and_script_is_set() {
    let words = "a long sentence goes on ".repeat(420);
    let one_word = "x".repeat(10_000);
    let chinese = "会谈".repeat(5_000);
    let mixed = "\u{2068}שלום עליכם\u{2069} مرحبا 👩‍💼 नमस्ते \u{10fffd} 𠮷 e\u{301} \u{0} \u{feff}";
    for text in [words.as_str(), &one_word, &chinese, mixed] {
        let document = page_of(vec![
            Block::Paragraph(text.to_owned()),
            Block::Facts(vec![crate::brief::document::Fact::new(text, text)]),
        ]);
        let (pages, _) = read(&write(&document, Paper::A4, &[]).unwrap());
        assert!(pages >= 1);
    }
    let mut document = page_of(Vec::new());
    document.title = one_word;
    document.subtitle = words;
    assert!(write(&document, Paper::Letter, &[]).is_ok());
    document.sections.clear();
    document.title = String::new();
    assert!(write(&document, Paper::Letter, &[]).is_ok());
}

#[test]
fn only_long_words_of_plain_letters_may_be_broken() {
    let breaks = |text: &str| {
        let document = page_of(vec![Block::Paragraph(text.to_owned())]);
        data::of(&document).to_string().matches('\u{200b}').count()
    };
    assert_eq!(breaks(&"a word ".repeat(40)), 0);
    assert_eq!(breaks(&"x".repeat(28)), 0);
    assert_eq!(breaks(&"x".repeat(32)), 3);
    // Letters that join would come apart, and Chinese has a place to break at every sign.
    assert_eq!(breaks(&"नमस्ते".repeat(20)), 0);
    assert_eq!(breaks(&"会谈".repeat(50)), 0);
}

#[test]
fn what_does_not_fit_goes_on_on_a_second_page_that_is_numbered() {
    let items: Vec<String> = (0..160).map(|number| format!("Question number {number}")).collect();
    let (pages, text) =
        read(&write(&page_of(vec![Block::Bullets(items)]), Paper::A4, &[]).unwrap());
    assert_eq!(pages, 2);
    expect(&text, &["Question number 0", "Question number 159", "1/2", "2/2"]);
    let (pages, text) = read(&write(&sample(Language::English), Paper::A4, &[]).unwrap());
    assert_eq!((pages, text.contains("1/1")), (1, false));
}

#[test]
fn only_what_the_bundled_faces_lack_is_missing() {
    for language in Language::ALL {
        assert!(missing(&sample(language)).is_empty());
    }
    let document = page_of(vec![Block::Note("\u{2068}שA林\u{2069} \u{200d}👩\t".to_owned())]);
    assert_eq!(missing(&document), BTreeSet::from(['ש', '👩']));
}

#[test]
fn a_damaged_font_of_the_system_is_passed_over() {
    let broken = FontFile { bytes: Arc::new(vec![7_u8; 100]), index: 3 };
    assert!(write(&page_of(Vec::new()), Paper::A4, &[broken]).is_ok());
}
