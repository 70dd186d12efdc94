//! A parser that has read other texts before: what it keeps is memory and nothing else.

#[allow(dead_code, unreachable_pub, clippy::cast_possible_wrap, reason = "the benchmarks print more of it")]
#[path = "../../benches/src/counting.rs"]
mod counting;
#[allow(dead_code, unreachable_pub, reason = "the tests of hostile texts read more of it")]
#[path = "hostile/families.rs"]
mod families;

use counting::Counting;
use families::{MADE, NOTHING, SOMETHING};
use nutgraf::{Article, Day, Parser, parse};
use std::num::NonZero;

#[global_allocator]
static ALLOCATED: Counting = Counting;

/// How often a parser that is used again may ask for memory, beyond what the lists and names of its results need once each.
const ALLOCATIONS: usize = 16;

/// The most bytes that a parser keeps for one thread.
const KEPT: usize = 8 << 20;

fn articles() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/articles");
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let texts = paths.filter(|path| path.extension().is_some_and(|extension| extension == "txt"));
    texts.map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

/// Articles and hostile pieces by turns, each of the pieces long and short.
fn mixed() -> Vec<String> {
    let families = [NOTHING, SOMETHING, MADE].concat();
    let pieces = families.iter().flat_map(|(_, text)| [text(20_000), text(300)]);
    let mut articles = articles().into_iter().cycle();
    let mut texts: Vec<String> = pieces.flat_map(|piece| [Some(piece), articles.next()]).flatten().collect();
    texts.extend([String::new(), articles.next().unwrap(), "He said so.".to_owned()]);
    texts
}

#[test]
fn a_parser_reads_each_text_as_if_it_were_the_first() {
    let parser = Parser::new();
    let texts = mixed();
    for text in texts.iter().chain(texts.iter().rev()) {
        assert_eq!(parser.parse(text), parse(text));
    }
}

#[test]
fn nothing_is_left_of_a_huge_text() {
    let parser = Parser::new();
    let articles = articles();
    let huge = articles.join("\n\n").repeat(40);
    let ((), taken) = Counting::count(|| drop(parser.parse(&huge)));
    assert!(taken.kept < KEPT, "{} bytes are kept", taken.kept);
    for text in &articles {
        assert_eq!(parser.parse(text), parse(text));
    }
}

#[test]
fn threads_that_share_a_parser_do_not_share_what_they_read() {
    let parser = Parser::new();
    let texts = mixed();
    let alone: Vec<Article<'_>> = texts.iter().map(|text| parse(text)).collect();
    std::thread::scope(|scope| {
        for skipped in 0..4 {
            let (parser, texts, alone) = (&parser, &texts, &alone);
            scope.spawn(move || {
                let pairs = texts.iter().zip(alone).cycle().skip(skipped * texts.len() / 4);
                pairs.take(texts.len()).for_each(|(text, article)| assert_eq!(&parser.parse(text), article));
            });
        }
    });
    assert_eq!(parser.parse_many(&texts, NonZero::new(3)), alone);
}

#[test]
fn a_parser_that_is_used_again_asks_for_little_more_than_its_results() {
    let parser = Parser::new();
    let articles = articles();
    let published = Day::new(2025, 5, 11);
    let mut beyond = 0;
    for text in &articles {
        // What was used once is not kept.
        (0..3).for_each(|_| drop(parser.parse(text)));
        let (article, read) = Counting::count(|| parser.with_published(published).parse(text));
        let (_, own) = Counting::count(|| article.clone());
        beyond += read.allocations.saturating_sub(own.allocations);
    }
    let beyond = beyond / articles.len();
    assert!(beyond <= ALLOCATIONS, "{beyond} allocations an article");
}

#[test]
fn a_parser_goes_between_threads_and_over_panics() {
    fn holds<T: Send + Sync + std::panic::UnwindSafe + std::panic::RefUnwindSafe + 'static>() {}
    holds::<Parser>();
}
