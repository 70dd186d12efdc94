//! Allocations and peak heap of a parse, and the cost a byte from a kilobyte to 32 megabytes.
#![allow(clippy::print_stdout, reason = "its report is what it is for")]
#![allow(clippy::cast_precision_loss, reason = "figures of three digits")]

use nutgraf::{Article, Parser, Stage};
use nutgraf_benches::counting::Counting;
use nutgraf_benches::{articles, busy, bytes, copies, corpus};
use std::hint::black_box;

/// The longest text that is read, in kilobytes.
const LONGEST: usize = 32_768;

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
    growth(&texts);
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

/// Nanoseconds a byte over texts of growing length: the same text, cut into pieces of that length.
fn growth(texts: &[String]) {
    let whole = copies(texts, LONGEST << 10);
    for kilobytes in (0..).map(|power| 1 << power).take_while(|kilobytes| *kilobytes <= LONGEST) {
        let pieces = cut(&whole, kilobytes << 10);
        let parser = Parser::new();
        let start = busy();
        for piece in &pieces {
            drop(black_box(parser.parse(black_box(piece))));
        }
        println!("{kilobytes:>9}{:>14.1}", (busy() - start) * 1e9 / whole.len() as f64);
    }
}

/// A text in pieces of whole lines, each at least of that length.
fn cut(text: &str, length: usize) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while rest.len() > length {
        let Some(end) = rest.as_bytes()[length..].iter().position(|byte| *byte == b'\n') else { break };
        let (piece, behind) = rest.split_at(length + end + 1);
        pieces.push(piece);
        rest = behind;
    }
    pieces.push(rest);
    pieces
}
