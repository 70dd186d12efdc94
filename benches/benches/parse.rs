//! Throughput of a whole parse over the sample articles, beside what `unicode-segmentation` pays to cut the same text
//! into words and into sentences. The ratio within one run is what counts; machines differ.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use std::path::Path;
use unicode_segmentation::UnicodeSegmentation;

fn articles() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/tests/articles");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("the sample articles")
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).expect("a readable article")).collect()
}

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
