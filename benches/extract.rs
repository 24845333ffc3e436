//! How fast extraction is, in bytes of article text a second: the samples, ten megabytes of them, and texts made to be
//! slow. It reports and judges nothing.
#![allow(clippy::unwrap_used, reason = "the samples are part of the program")]

mod texts;

use attache::briefing::Briefing;
use attache::extract::{Lexicon, extract};
use divan::counter::BytesCount;
use divan::{Bencher, black_box};

fn main() {
    let _ = Lexicon::builtin();
    divan::main();
}

/// The lexicon, as it is read at the first extraction.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn lexicon() {
    black_box(Lexicon::read().unwrap());
}

/// Each sample, in its own length.
#[divan::bench(args = texts::samples(), sample_size = 1)]
fn sample(bencher: Bencher<'_, '_>, sample: &texts::Sample) {
    run(bencher, &sample.briefing);
}

/// Ten megabytes of article text.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn long(bencher: Bencher<'_, '_>) {
    run(bencher, &texts::long(10 << 20));
}

/// Texts on which careless rules go quadratic: twice the text must take twice the time.
#[divan::bench(args = texts::TRAPS.map(|(name, _)| name), consts = [1, 2], sample_count = 3, sample_size = 1)]
fn trap<const MEGABYTES: usize>(bencher: Bencher<'_, '_>, name: &str) {
    run(bencher, &texts::trap(name, MEGABYTES << 20));
}

fn run(bencher: Bencher<'_, '_>, briefing: &Briefing) {
    bencher
        .counter(BytesCount::of_str(&briefing.text))
        .bench_local(|| extract(black_box(briefing), Lexicon::builtin()));
}
