//! Gold articles as labelled candidates: what `core/fit/fit.py` is given to fit weights on.
#![cfg(feature = "fit")]

use nutgraf::fit::{self, Dump, STAGES};
use serde_json::{Value, json};
use std::collections::BTreeMap;

const PAGE: &str = "\
City to Buy 40 Buses

By Jane Doe

The city will buy 40 buses next year, the mayor said on Monday, and it will hire drivers for all of them.

A long wait

Riders have asked for more buses since the line to the harbour was closed, and the council heard them in May.

Share this article
";

const SPEECH: &str = "“We need more buses,” said Maria Ortega. “The line is full,” she added. \
    The council announced that a new line would open on Monday.";

/// A candidate as it was dumped.
#[derive(Debug)]
struct Candidate {
    model: String,
    group: String,
    right: bool,
    features: Vec<u32>,
}

fn candidates(stage: &str, record: &Value) -> Vec<Candidate> {
    let (_, collect) = STAGES.iter().find(|(name, _)| *name == stage).unwrap();
    let mut dump = Dump::default();
    collect(record, &mut dump);
    let mut folds: Vec<u32> =
        dump.lines.lines().map(|line| line.split(' ').nth(1).unwrap().parse().unwrap()).collect();
    folds.dedup();
    assert!(folds.len() <= 1 && folds.iter().all(|fold| *fold < fit::FOLDS), "{folds:?}");
    dump.lines.lines().map(candidate).collect()
}

fn candidate(line: &str) -> Candidate {
    let mut fields = line.split(' ');
    let mut next = || fields.next().unwrap().to_owned();
    let (model, _, group, right) = (next(), next(), next(), next());
    let features = fields.map(|feature| feature.parse().unwrap()).collect();
    Candidate { model, group, right: right == "1", features }
}

/// How many groups of each model have a right candidate, and how many have none. A case is a group of its own.
fn groups(candidates: &[Candidate]) -> BTreeMap<&str, (usize, usize)> {
    let mut right: BTreeMap<(&str, &str, usize), usize> = BTreeMap::new();
    for (index, candidate) in candidates.iter().enumerate() {
        let alone = if candidate.group == "-" { index } else { 0 };
        *right.entry((&candidate.model, &candidate.group, alone)).or_default() +=
            usize::from(candidate.right);
    }
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for ((model, ..), right) in right {
        assert!(right <= 1, "{model}: {right} candidates of one choice are right");
        let (some, none) = counts.entry(model).or_default();
        *(if right == 1 { some } else { none }) += 1;
    }
    counts
}

/// Where a piece stands, in code points.
fn span(text: &str, piece: &str) -> Value {
    let start = text[..text.find(piece).unwrap()].chars().count();
    json!([[start, start + piece.chars().count()]])
}

fn attribution(source: &str, cue: &str, content: &str) -> Value {
    let source = if source.is_empty() { json!([]) } else { span(SPEECH, source) };
    json!({"source": source, "cue": span(SPEECH, cue), "content": span(SPEECH, content)})
}

fn speech(attributions: &[Value], discard: &Value) -> Vec<Candidate> {
    let record = json!({"id": "speech", "text": SPEECH, "attributions": attributions, "discard": discard});
    candidates("quotes", &record)
}

#[test]
fn a_gold_quote_marks_one_candidate_of_each_choice() {
    let gold = [
        attribution("Maria Ortega", "said", "“We need more buses,”"),
        attribution("she", "added", "“The line is full,”"),
    ];
    let candidates = speech(&gold, &json!([]));
    let groups = groups(&candidates);
    // `announced` might be a cue, and gold says that it is none.
    assert_eq!(groups["quote-cue"], (2, 1));
    for model in ["quote-source", "quote-side", "quote-left"] {
        assert_eq!(groups[model], (2, 0), "{model}");
    }
    assert!(candidates.iter().all(|candidate| !candidate.features.is_empty()));
}

#[test]
fn words_behind_the_cue_have_a_beginning_and_an_end() {
    let candidates =
        speech(&[attribution("The council", "announced", "a new line would open on Monday")], &json!([]));
    let groups = groups(&candidates);
    assert_eq!((groups["quote-start"], groups["quote-end"]), ((1, 0), (1, 0)));
    assert!(!groups.contains_key("quote-left"));
}

#[test]
fn without_gold_every_cue_is_wrong_and_nothing_is_chosen() {
    let candidates = speech(&[], &json!([]));
    let groups = groups(&candidates);
    assert_eq!(groups.len(), 1);
    assert_eq!(groups["quote-cue"], (0, 3));
}

#[test]
fn a_speaker_who_is_no_candidate_teaches_nothing_of_speakers() {
    let candidates = speech(&[attribution("on Monday", "said", "“We need more buses,”")], &json!([]));
    assert!(candidates.iter().all(|candidate| candidate.model == "quote-cue"));
}

#[test]
fn nobody_is_right_where_gold_names_nobody() {
    let candidates = speech(&[attribution("", "said", "“We need more buses,”")], &json!([]));
    let source: Vec<_> = candidates.iter().filter(|candidate| candidate.model == "quote-source").collect();
    assert!(source[0].right && source[1..].iter().all(|candidate| !candidate.right));
}

#[test]
fn what_gold_leaves_open_is_left_out() {
    let candidates =
        speech(&[], &span(SPEECH, "The council announced that a new line would open on Monday."));
    assert_eq!(groups(&candidates)["quote-cue"], (0, 2));
}

fn page(english: bool) -> Value {
    let kinds = [
        ("City to Buy 40 Buses", "headline"),
        ("By Jane Doe", "byline"),
        ("The city will buy", "body"),
        ("A long wait", "heading"),
        ("Riders have asked", "body"),
        ("Share this article", "page"),
    ];
    let lines: Vec<Value> =
        kinds.iter().map(|(start, kind)| json!({"span": span(PAGE, start)[0], "gold": kind})).collect();
    json!({"url": "https://news.example/buses", "text": PAGE, "body": "", "english": english, "lines": lines})
}

#[test]
fn a_line_is_one_thing_of_four() {
    let candidates = candidates("layout", &page(true));
    assert_eq!(candidates.len(), 6 * 4);
    assert_eq!(groups(&candidates)["layout-line"], (6, 0));
    let right: Vec<usize> =
        candidates.chunks(4).map(|line| line.iter().position(|label| label.right).unwrap()).collect();
    // Page, paragraph, heading and caption, in this order.
    assert_eq!(right, [0, 0, 1, 2, 1, 0]);
}

#[test]
fn pages_in_other_languages_are_left_out() {
    assert!(candidates("layout", &page(false)).is_empty());
}

#[test]
fn the_fold_depends_on_the_site_and_not_on_the_page() {
    let fold = |url: &str| {
        let mut record = page(true);
        record["url"] = json!(url);
        let mut dump = Dump::default();
        (STAGES[0].1)(&record, &mut dump);
        dump.lines.split(' ').nth(1).unwrap().parse::<u32>().unwrap()
    };
    let first = fold("https://news.example/buses");
    assert_eq!(first, fold("https://news.example/trains?page=2"));
    assert_eq!(first, fit::fold("news.example"));
    assert!((0..20).any(|site| fold(&format!("https://news{site}.example/buses")) != first));
}

#[test]
fn weights_from_a_folder_take_the_place_of_the_built_in_ones() {
    let folder = std::env::temp_dir().join(format!("nutgraf-weights-{}", std::process::id()));
    assert!(fit::use_weights(&folder).is_err(), "there is no such folder yet");
    let mut weights =
        std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/data/weights/quote-cue.bin")).unwrap();
    assert_eq!(nutgraf::parse(SPEECH).quotes().len(), 3);
    std::fs::create_dir_all(&folder).unwrap();
    // Behind the scale, weights that speak against every cue.
    weights[4..].fill(0x80);
    std::fs::write(folder.join("quote-cue.bin"), weights).unwrap();
    fit::use_weights(&folder).unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!(nutgraf::parse(SPEECH).quotes().len(), 0);
}
