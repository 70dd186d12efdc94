//! Throughput of a whole parse, of each stage alone, of the ways to take the result, and of many threads, in bytes of
//! text. `NUTGRAF_CORPUS` names a folder or a file of JSON Lines to measure in place of the sample articles.

use criterion::{
    BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main, measurement::WallTime,
};
use nutgraf::{Article, Offsets, Parser, Stage};
use nutgraf_benches::{Size, bytes, corpus, odd, samples};
use std::hint::black_box;
use std::num::NonZero;

fn each(group: &mut BenchmarkGroup<'_, WallTime>, name: &str, texts: &[String], run: impl Fn(&str)) {
    group.throughput(Throughput::Bytes(bytes(texts) as u64));
    group.bench_function(name, |bencher| bencher.iter(|| texts.iter().for_each(|text| run(black_box(text)))));
}

fn sizes(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("size");
    for size in Size::ALL {
        each(&mut group, size.word(), &samples(size), |text| drop(black_box(nutgraf::parse(text))));
    }
    group.finish();
}

fn stages(criterion: &mut Criterion) {
    let texts = corpus();
    let mut group = criterion.benchmark_group("stage");
    for stage in Stage::ALL {
        let parser = Parser::builder().only(&[*stage]).build().expect("options without a date");
        each(&mut group, stage.as_str(), &texts, |text| drop(black_box(parser.parse(text))));
    }
    group.finish();
}

fn results(criterion: &mut Criterion) {
    let texts = corpus();
    let mut group = criterion.benchmark_group("result");
    each(&mut group, "borrowed", &texts, |text| drop(black_box(nutgraf::parse(text))));
    each(&mut group, "owned", &texts, |text| drop(black_box(nutgraf::parse(text).into_owned())));
    let json = |text: &str| drop(black_box(nutgraf::parse(text).to_json(Offsets::CodePoints)));
    each(&mut group, "parsed and written", &texts, json);
    let articles: Vec<Article<'_>> = texts.iter().map(|text| nutgraf::parse(text)).collect();
    group.bench_function("written", |bencher| {
        bencher.iter(|| {
            for article in &articles {
                black_box(article.to_json(Offsets::CodePoints));
            }
        });
    });
    group.finish();
}

fn threads(criterion: &mut Criterion) {
    let texts: Vec<String> = (0..4).flat_map(|_| corpus()).collect();
    let mut group = criterion.benchmark_group("threads");
    group.throughput(Throughput::Bytes(bytes(&texts) as u64));
    let most = std::thread::available_parallelism().map_or(1, usize::from);
    let parser = Parser::new();
    for count in (0..).map(|doublings| 1 << doublings).take_while(|count| *count <= most) {
        let threads = NonZero::new(count);
        group.bench_function(count.to_string(), |bencher| {
            bencher.iter(|| drop(black_box(parser.parse_many(&texts, threads))));
        });
    }
    group.finish();
}

fn odd_texts(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("odd");
    for (name, text) in odd() {
        each(&mut group, name, &[text], |text| drop(black_box(nutgraf::parse(text))));
    }
    group.finish();
}

criterion_group!(benches, sizes, stages, results, threads, odd_texts);
criterion_main!(benches);
