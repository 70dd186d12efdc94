//! Gold lines of pages as cases for the fitting of weights.

use super::classify::{self, Label, State};
use super::context::{Context, Walk};
use super::feature;
use super::page::{self, Page};
use super::wrap;
use crate::fit::Dump;
use crate::model::Sink;
use crate::scan::Scan;
use serde_json::Value;
use std::collections::HashMap;

/// Adds the lines of a page with their labels. A page has `text`, `url` and `lines`, each with `span` in code points and
/// `gold`.
pub(crate) fn collect(record: &Value, dump: &mut Dump) {
    let (Some(text), Some(lines)) = (record["text"].as_str(), record["lines"].as_array()) else { return };
    if record["english"] == false {
        return;
    }
    dump.begin(host(record["url"].as_str().unwrap_or_default()));
    let labels: HashMap<u64, &str> =
        lines.iter().filter_map(|line| Some((line["span"][0].as_u64()?, line["gold"].as_str()?))).collect();
    let scan = Scan::new(text);
    let joined = wrap::join(&scan);
    let mut scratch = page::Scratch::default();
    let page = Page::unlabelled(&scan, &joined, None, &mut scratch);
    let context = Context::new(&page);
    let mut walk = Walk::new(&page);
    let (mut at, mut counted) = (0, 0);
    // Where only some lines have a label the state is not known.
    let mut state = record["body"].is_string().then_some(State::Before);
    for (index, line) in page.lines.iter().enumerate() {
        if index > 0 {
            walk.step();
        }
        let start = line.span(&scan).start() as usize;
        counted += text[at..start].chars().count() as u64;
        at = start;
        let right = match labels.get(&counted).copied() {
            Some("body") => Label::Paragraph,
            Some("heading") => Label::Heading,
            Some("caption") => Label::Caption,
            Some("standfirst") | None => continue,
            Some(_) => Label::Page,
        };
        dump.choice();
        for label in Label::ALL {
            dump.candidate(&classify::MODEL, label == right, |sink| {
                let mut sink = Labelled(label, sink);
                feature::describe(&walk, &context, &mut sink);
                if let Some(state) = state {
                    feature::describe_step(&walk, state, &mut sink);
                }
            });
        }
        state = state.map(|state| state.next(right, classify::is_aside(line)));
    }
}

/// Takes features as they stand for one label.
struct Labelled<'s, S>(Label, &'s mut S);

impl<S: Sink> Sink for Labelled<'_, S> {
    fn push(&mut self, feature: u32) {
        self.1.push(classify::labelled(feature, self.0));
    }
}

/// The host of an address.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or("", |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}
