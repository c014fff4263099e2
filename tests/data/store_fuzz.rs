//! What fuzzing found and what it grew from, again and again: every kept file of the corpus, and
//! seeded changes of them. A fuzzer that looks for new ones uses the same targets: see `fuzz/`.

mod placeholder {}
#[path = "../corpus/targets/mod.rs"]
mod targets;
