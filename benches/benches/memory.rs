//! Allocations and peak heap of a parse, and the cost a byte from a kilobyte to 32 megabytes.
#![allow(clippy::print_stdout, reason = "its report is what it is for")]
#![allow(clippy::cast_precision_loss, reason = "figures of three digits")]

use nutgraf::{Article, Parser, Stage};
use nutgraf_benches::counting::Counting;
use nutgraf_benches::{articles, busy, bytes, corpus, repeated};
use std::hint::black_box;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn main() {
    let all = articles();
    let start = busy();
    drop(black_box(nutgraf::parse(&all[0])));
    println!("first parse after start: {:.0} µs", (busy() - start) * 1e6);

    println!(
        "\n{:12}{:>18}{:>18}{:>18}{:>18}",
        "", "allocations a text", "by results alone", "peak, bytes a byte", "kept, bytes a byte"
    );
    let texts = corpus();
    let kept = Parser::new();
    heap("all", |text| Parser::new().parse(text), &texts);
    heap("used again", |text| kept.parse(text), &texts);
    for stage in Stage::ALL {
        let parser = || Parser::builder().only(&[*stage]).build().expect("options without a date");
        heap(stage.as_str(), |text| parser().parse(text), &texts);
    }

    println!("\n{:>9}{:>14}", "kilobytes", "ns a byte");
    growth(&all.join("\n\n"));
}

/// What the texts take of the heap, a parse each, and how often the results alone ask for it.
fn heap<'t>(name: &str, read: impl Fn(&'t str) -> Article<'t>, texts: &'t [String]) {
    let (mut allocations, mut own, mut peak, mut kept) = (0, 0, 0, 0);
    for text in texts {
        let (article, taken) = Counting::count(|| read(text));
        allocations += taken.allocations;
        own += Counting::count(|| article.clone()).1.allocations;
        peak += taken.peak;
        kept += taken.kept;
        drop(article);
    }
    let bytes = bytes(texts) as f64;
    let (allocations, own) = (allocations as f64 / texts.len() as f64, own as f64 / texts.len() as f64);
    let (peak, kept) = (peak as f64 / bytes, kept as f64 / bytes);
    println!("{name:12}{allocations:>18.1}{own:>18.1}{peak:>18.1}{kept:>18.1}");
}

/// Nanoseconds a byte over texts of growing length.
fn growth(article: &str) {
    for kilobytes in [1, 4, 16, 64, 256, 1024, 4096, 16_384, 32_768_usize] {
        let long = repeated(article, (kilobytes << 10) + article.len());
        let end = (0..=kilobytes << 10).rev().find(|end| long.is_char_boundary(*end)).unwrap_or(0);
        let text = &long[..end];
        let (mut best, mut spent) = (f64::MAX, 0.0);
        while spent < 0.5 {
            let start = busy();
            drop(black_box(nutgraf::parse(black_box(text))));
            let seconds = busy() - start;
            best = best.min(seconds);
            spent += seconds;
        }
        println!("{kilobytes:>9}{:>14.1}", best * 1e9 / text.len() as f64);
    }
}
