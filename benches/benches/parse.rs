//! Throughput of a whole parse over the sample articles, beside what `unicode-segmentation` pays to cut the same text
//! into words and into sentences. The ratio within one run is what counts; machines differ.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use nutgraf_benches::articles;
use std::hint::black_box;
use unicode_segmentation::UnicodeSegmentation;

fn parse(criterion: &mut Criterion) {
    let articles = articles();
    let mut group = criterion.benchmark_group("articles");
    group.throughput(Throughput::Bytes(articles.iter().map(|text| text.len() as u64).sum()));
    group.bench_function("parse", |bencher| {
        bencher.iter(|| {
            for text in &articles {
                black_box(nutgraf::parse(black_box(text)));
            }
        });
    });
    group.bench_function("unicode_words", |bencher| {
        bencher.iter(|| articles.iter().map(|text| black_box(text).unicode_words().count()).sum::<usize>());
    });
    group.bench_function("unicode_sentences", |bencher| {
        bencher
            .iter(|| articles.iter().map(|text| black_box(text).unicode_sentences().count()).sum::<usize>());
    });
    group.finish();
}

criterion_group!(benches, parse);
criterion_main!(benches);
