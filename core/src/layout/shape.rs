//! A line in a few small numbers, as features take it.

use super::line::LineFeatures;
use super::run::FURNITURE;
use crate::lexicon::FurnitureKind;
use crate::model::Sink;

/// Small numbers as they are, larger ones by their size.
pub(super) fn bucket(count: u32) -> u32 {
    match count {
        0..=4 => count,
        5..=8 => 5,
        9..=16 => 6,
        17..=40 => 7,
        _ => 8,
    }
}

/// A line in a few small numbers.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Shape {
    /// By the number of words.
    pub(super) length: u32,
    /// By the share of closed-class words.
    function: u32,
    /// By the share of words with a capital.
    capitals: u32,
    /// The kind and the place of its wording, or zero.
    pub(super) wording: u32,
    /// Blank lines before it.
    pub(super) gap: u32,
    /// Length, end and whether it is running text, roughly.
    pub(super) coarse: u32,
    /// Whether it reads as a caption or as a credit.
    credit: u32,
    /// The end mark, and whether it is running text.
    pub(super) end: u32,
    repeated: bool,
}

impl Shape {
    pub(super) fn of(line: &LineFeatures) -> Self {
        let length = match line.words {
            words @ 0..=4 => words,
            5..=6 => 5,
            7..=9 => 6,
            10..=13 => 7,
            14..=18 => 8,
            19..=26 => 9,
            27..=40 => 10,
            41..=60 => 11,
            _ => 12,
        };
        let share = |share: u32| match share {
            0 => 0,
            1..=14 => 1,
            15..=29 => 2,
            30..=44 => 3,
            45..=69 => 4,
            70..=99 => 5,
            _ => 6,
        };
        let wording = FURNITURE
            .into_iter()
            .chain([
                FurnitureKind::Caption,
                FurnitureKind::Published,
                FurnitureKind::Updated,
                FurnitureKind::Byline,
                FurnitureKind::Note,
            ])
            .enumerate()
            .find_map(|(index, kind)| {
                let place = match () {
                    () if line.wordings.is(kind) => 0,
                    () if line.wordings.opens(kind) => 1,
                    () if line.wordings.has(kind) => 2,
                    () => return None,
                };
                Some(1 + 3 * index as u32 + place)
            })
            .unwrap_or(0);
        let coarse_length = match line.words {
            0 => 0,
            1..=3 => 1,
            4..=7 => 2,
            8..=14 => 3,
            15..=25 => 4,
            _ => 5,
        };
        let coarse = coarse_length << 2 | u32::from(line.is_ended()) << 1 | u32::from(line.is_prose());
        Self {
            end: (line.end as u32) << 1 | u32::from(line.is_prose()),
            repeated: line.repeats > 1,
            length,
            function: share(line.function_share.into()),
            capitals: share(line.capital_share.into()),
            wording,
            gap: line.blank_before.min(3).into(),
            coarse,
            credit: line.credit as u32,
        }
    }

    /// What a neighbour sees of the line.
    pub(super) fn summary(&self) -> u32 {
        self.coarse << 2 | u32::from(self.wording != 0) << 1 | u32::from(self.repeated)
    }

    /// Pushes what the line shows by itself.
    pub(super) fn describe(&self, line: &LineFeatures, sink: &mut impl Sink) {
        let (end, opening) = (line.end as u32, line.opening as u32);
        let repeats = u32::from(line.repeats.min(4));
        sink.add(1, 0, 0);
        sink.add(2, self.length, 0);
        sink.add(3, self.length, end);
        sink.add(4, self.length, opening);
        sink.add(5, self.length, self.function);
        sink.add(6, self.length, self.capitals);
        sink.add(7, self.length, self.gap);
        sink.add(8, self.length, repeats);
        sink.add(9, self.length, self.wording);
        sink.add(10, end, opening);
        sink.add(11, self.function, self.capitals);
        sink.add(12, bucket(line.links.into()), self.length);
        sink.add(13, bucket(line.separators.into()), self.length);
        sink.add(14, bucket(line.numbers.into()), self.length);
        sink.add(15, bucket(line.quotes.into()), end);
        sink.add(16, bucket(line.verbs.into()), self.length);
        sink.add(17, bucket(line.stops.into()), self.length);
        sink.add(18, u32::from(line.is_bracketed()) << 1 | u32::from(line.has_copyright()), self.length);
        sink.add(19, u32::from(line.is_calendar()) << 4 | bucket(line.months.into()), self.length);
        sink.add(20, u32::from(line.is_shouted()) << 4 | bucket(line.shouted.into()), self.length);
        sink.add(25, self.credit, self.length);
        sink.add(26, self.credit, end);
        for (place, bits) in line.wordings.bits().into_iter().enumerate() {
            sink.add(21, place as u32, u32::from(bits));
            sink.add(22, (place as u32) << 8 | self.length, u32::from(bits));
        }
        sink.add(23, self.coarse, self.wording << 4 | repeats);
        sink.add(24, u32::from(line.is_prose()), repeats);
    }
}
