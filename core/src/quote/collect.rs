//! Gold articles as labelled candidates, for the fitting of weights.

use super::candidates::{self, Group, Side, Source};
use super::cue::{self, Site};
use super::describe;
use super::marks::{self, Stretches};
use super::unit;
use super::view::View;
use super::weights;
use crate::fit::Dump;
use crate::layout;
use crate::mention;
use crate::scan::{Kind, Scan};
use crate::scratch::Lent;
use crate::sentence;
use serde_json::Value;
use std::collections::BTreeSet;

/// Token indices of words.
type Words = BTreeSet<usize>;

/// One gold attribution.
struct Gold {
    source: Words,
    /// All tokens, marks too: a colon may be a cue.
    cue: Words,
    content: Words,
}

/// Adds the candidates of one gold article: `{"id", "text", "attributions": [{"source", "cue", "content"}], "discard"}`,
/// spans in code points.
pub(crate) fn collect(record: &Value, dump: &mut Dump) {
    let text = record["text"].as_str().unwrap_or_default();
    dump.begin(record["id"].as_str().unwrap_or_default());
    let scan = Scan::new(text);
    let layout = layout::read(&scan, None, &mut layout::Scratch::default());
    let sentences = sentence::split(&scan, &layout.blocks, Lent::homeless());
    let mut finding = mention::Scratch::default();
    let mentions = mention::find(&scan, &sentences, &mut finding);
    let mut marks = marks::Scratch::default();
    let stretches = Stretches::pair(&scan, &mentions.marks, &layout.blocks, &mut Vec::new(), &mut marks);
    let reader = Reader::new(&scan);
    let discard = reader.tokens(&record["discard"], false);
    let golds: Vec<Gold> =
        record["attributions"].as_array().into_iter().flatten().map(|entry| reader.gold(entry)).collect();
    let units = unit::units(&scan, &sentences, &layout, &stretches, Lent::homeless());
    let mut view = View::new(&scan, &stretches, &mentions, Lent::homeless());
    for unit in units.iter() {
        view.turn_to(unit);
        view.read();
        Labels { view: &view, golds: &golds, discard: &discard, dump }.unit();
    }
}

/// Turns spans of code points to tokens.
struct Reader<'s> {
    scan: &'s Scan<'s>,
    /// The byte offset of each code point, and the end.
    offsets: Vec<u32>,
}

impl<'s> Reader<'s> {
    fn new(scan: &'s Scan<'s>) -> Self {
        let mut offsets: Vec<u32> = scan.text.char_indices().map(|(at, _)| at as u32).collect();
        offsets.push(scan.text.len() as u32);
        Self { scan, offsets }
    }

    fn gold(&self, entry: &Value) -> Gold {
        Gold {
            source: self.tokens(&entry["source"], true),
            cue: self.tokens(&entry["cue"], false),
            content: self.tokens(&entry["content"], true),
        }
    }

    /// The tokens that spans touch.
    fn tokens(&self, spans: &Value, words: bool) -> Words {
        let mut found = Words::new();
        for span in spans.as_array().into_iter().flatten() {
            let edge = |index: usize| {
                let at = span[index].as_u64().unwrap_or(0) as usize;
                self.offsets.get(at).copied().unwrap_or(0)
            };
            let (start, end) = (edge(0), edge(1));
            let from = self.scan.token_at(start);
            let touched =
                (from..self.scan.tokens.len()).take_while(|index| self.scan.tokens[*index].start < end);
            found.extend(touched.filter(|index| !words || is_word(self.scan, *index)));
        }
        found
    }
}

fn is_word(scan: &Scan<'_>, index: usize) -> bool {
    matches!(scan.tokens[index].kind, Kind::Word | Kind::Number | Kind::Clitic)
}

struct Labels<'a> {
    view: &'a View<'a>,
    golds: &'a [Gold],
    discard: &'a Words,
    dump: &'a mut Dump,
}

impl Labels<'_> {
    /// Labels the candidates of the unit.
    fn unit(&mut self) {
        let view = self.view;
        let (mut prospects, mut sites) = (Vec::new(), Vec::new());
        cue::prospects(view, &mut prospects);
        cue::sites(view, &mut prospects, &mut sites);
        let mut last = None;
        for index in 0..sites.len() {
            let site = &sites[index];
            if self.discard.contains(&site.head) {
                continue;
            }
            let gold = self.golds.iter().find(|gold| gold.cue.contains(&site.head));
            let Some(gold) = gold else {
                self.dump.case(&weights::CUE, false, |sink| describe::cue(view, &sites, index, sink));
                continue;
            };
            if head(&sites, gold) != Some(index) {
                continue;
            }
            self.dump.case(&weights::CUE, true, |sink| describe::cue(view, &sites, index, sink));
            let Some(source) = self.source(site, gold, last) else { continue };
            last = source.or(last);
            self.content(&sites, index, source, gold);
        }
    }

    /// Labels who speaks; nothing where it is none of the candidates.
    // The outer is whether a candidate is right, the inner whether that one names anybody.
    #[allow(clippy::option_option)]
    fn source(&mut self, site: &Site, gold: &Gold, last: Option<Source>) -> Option<Option<Source>> {
        let view = self.view;
        let mut sources = Vec::new();
        candidates::sources(view, site, last, &mut sources);
        let right = if gold.source.is_empty() { None } else { Some(speaker(view, &sources, gold)?) };
        self.dump.choice();
        let mut describe = describe::Sources::new(view, site, last);
        self.dump.candidate(&weights::SOURCE, right.is_none(), |sink| describe.nobody(sink));
        for source in sources {
            self.dump
                .candidate(&weights::SOURCE, Some(source) == right, |sink| describe.speaker(source, sink));
        }
        Some(right)
    }

    /// Labels side, beginning and end of the content.
    fn content(&mut self, sites: &[Site], index: usize, source: Option<Source>, gold: &Gold) {
        let view = self.view;
        let site = &sites[index];
        let group = Group::new(view, site, source);
        let within: Vec<usize> = gold.content.range(view.tokens.clone()).copied().collect();
        let left: Vec<usize> = within.iter().copied().filter(|token| *token < site.head).collect();
        let right: Vec<usize> = within.iter().copied().filter(|token| *token >= site.end()).collect();
        let wanted = match (left.is_empty(), right.is_empty()) {
            (true, true) => Side::Elsewhere,
            (false, true) => Side::Left,
            (true, false) => Side::Right,
            (false, false) => Side::Both,
        };
        self.dump.choice();
        let describe = describe::Sides::new(view, site, &group);
        for side in Side::ALL {
            self.dump.candidate(&weights::SIDE, side == wanted, |sink| describe.side(side, sink));
        }
        if let (Some(first), Some(to)) = (left.first(), candidates::left_end(view, site, &group)) {
            self.left(*first, to);
        }
        if !right.is_empty() {
            self.right(sites, index, &group, &right);
        }
    }

    /// Labels where content before a cue begins that ends at `to` and has `first` as its first word.
    fn left(&mut self, first: usize, to: usize) {
        let view = self.view;
        let mut places = Vec::new();
        candidates::lefts(view, to, &mut places);
        let wanted = places.iter().position(|at| self.first_word(*at) == Some(first));
        self.dump.choice();
        for (rank, at) in places.iter().enumerate() {
            self.dump.candidate(&weights::LEFT, Some(rank) == wanted, |sink| {
                describe::left(view, to, *at, sink);
            });
        }
    }

    /// Labels where content behind a cue, of the words `right`, begins and ends.
    fn right(&mut self, sites: &[Site], index: usize, group: &Group, right: &[usize]) {
        let view = self.view;
        let site = &sites[index];
        let mut places = Vec::new();
        candidates::starts(view, site, group, &mut places);
        let wanted = places.iter().position(|at| self.first_word(*at) == right.first().copied());
        self.dump.choice();
        let mut describe = describe::Starts::new(view, site, group);
        for (rank, at) in places.iter().enumerate() {
            self.dump.candidate(&weights::START, Some(rank) == wanted, |sink| {
                describe.start(*at, rank, sink);
            });
        }
        let Some(from) = wanted.map(|wanted| places[wanted]) else { return };
        let last = self.end_of_run(right);
        candidates::ends(view, site, from, &mut places);
        let end = places.last().copied().unwrap_or(from);
        let wanted = places.iter().position(|at| self.last_word(*at) == Some(last));
        self.dump.choice();
        let mut describe = describe::Ends::new(view, sites, site, from, end);
        for (rank, at) in places.iter().enumerate() {
            self.dump.candidate(&weights::END, Some(rank) == wanted, |sink| {
                describe.end(*at, rank, sink);
            });
        }
    }

    /// The last word of the unbroken run of words that comes first.
    fn end_of_run(&self, words: &[usize]) -> usize {
        let mut last = words[0];
        for word in &words[1..] {
            if (last + 1..*word).any(|between| is_word(self.view.scan, between)) {
                break;
            }
            last = *word;
        }
        last
    }

    fn first_word(&self, at: usize) -> Option<usize> {
        (at..self.view.tokens.end).find(|token| is_word(self.view.scan, *token))
    }

    fn last_word(&self, end: usize) -> Option<usize> {
        (self.view.tokens.start..end).rev().find(|token| is_word(self.view.scan, *token))
    }
}

/// The site that is the head of a gold cue: its last verb, else its last site.
fn head(sites: &[Site], gold: &Gold) -> Option<usize> {
    let within = |site: &Site| gold.cue.contains(&site.head);
    let verb = sites.iter().rposition(|site| within(site) && site.is_verb());
    verb.or_else(|| sites.iter().rposition(within))
}

/// The candidate that a gold source is best stood for by: the first.
fn speaker(view: &View<'_>, sources: &[Source], gold: &Gold) -> Option<Source> {
    let fits = |source: &&Source| {
        let words: Vec<usize> = source.tokens().filter(|token| is_word(view.scan, *token)).collect();
        let shared = words.iter().filter(|token| gold.source.contains(token)).count();
        2 * shared >= words.len().min(gold.source.len())
    };
    sources.iter().filter(fits).min_by_key(|source| source.tokens().start).copied()
}
