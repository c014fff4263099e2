//! What it costs to read a pitch of 100 KB: all of it, and after a keystroke. Limit: 16 ms.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot be set up has to stop")]

use std::fmt::Write as _;
use std::hint::black_box;

use counterpoint::content::lexicons::lexicons;
use counterpoint::domain::hearing::Heard;
use counterpoint::domain::pitch::{ParagraphCache, PitchReading};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

const SIZE: usize = 100 * 1024;

const ENGLISH: [&str; 6] = [
    "According to your own temperature log, dock 4 was warmer than minus 15 degrees on 22 nights in July, because the old doors take eleven seconds to close.",
    "Every slow door costs you 31 kilowatt hours a day, about 9,000 a year; your drivers know the feeling of standing in that draught.",
    "First we measure one gate for a week, then we change the two worst ones, and only at the end do we talk about the rest.",
    "Think of the store as a thermos flask that somebody opens two hundred times a day. In ten years nobody will build one without an air lock.",
    "A dairy near the coast changed in May; by August their fitter had been called once, and to be honest he had nothing to do.",
    "What you get\n- six doors, painted grey\n- a spare motor in your own store room\n- Mr Adler on the phone until midnight",
];
const CHINESE: [&str; 6] = [
    "查您自己的温度记录，7月份有 22 个晚上，4 号月台高于零下 15 度，因为旧门关一次要十一秒。",
    "一扇慢门一天多耗 31 度电，一年下来就是 9000 块左右；那股穿堂风，您的司机都领教过。",
    "先在一个口子上测一周，再换最差的两扇，最后才谈其余的。",
    "把冷库当成一只保温瓶，一天被人拧开两百回。再过十年，没有谁会造不带风幕的库。",
    "海边有家乳品厂五月份换了门，到八月维修工只来过一趟，说实话，也没什么可修的。",
    "您拿到的：\n- 六扇门，灰色\n- 备用电机一台，放在您自己的库房\n- 老安接电话接到半夜",
];

fn pitch(sentences: &[&str]) -> String {
    let mut text = String::new();
    for (number, sentence) in sentences.iter().cycle().enumerate() {
        if text.len() >= SIZE {
            break;
        }
        // Numbers make every paragraph another one.
        let end = if number % 3 == 2 { "\n\n" } else { " " };
        write!(text, "{sentence} ({number}){end}").unwrap();
    }
    text
}

fn reading(c: &mut Criterion) {
    let lexicons = lexicons();
    let mut group = c.benchmark_group("pitch of 100 KB");
    for (language, sentences) in [("English", ENGLISH), ("Chinese", CHINESE)] {
        let text = pitch(&sentences);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(format!("{language}, all of it (limit 16 ms)"), |b| {
            b.iter(|| black_box(PitchReading::of(&text, lexicons)));
        });
        let mut cache = ParagraphCache::default();
        let mut edited = text.clone();
        PitchReading::with_cache(&text, lexicons, &mut cache);
        group.bench_function(format!("{language}, after a keystroke"), |b| {
            b.iter(|| {
                edited.insert(40, 'x');
                black_box(PitchReading::with_cache(&edited, lexicons, &mut cache))
            });
        });
    }
    group.finish();
    c.bench_function("an utterance", |b| {
        let said = "We have always done it this way, and the checklist comes first.";
        b.iter(|| black_box(Heard::of(said, lexicons)));
    });
}

criterion_group!(benches, reading);
criterion_main!(benches);
