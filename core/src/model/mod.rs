//! Small sparse linear models: grammar lists the candidates, weights pick one.
//!
//! A model is a table of 8-bit weights. A candidate is described by features, which are hashed to slots of the table; its
//! score is the sum of their weights. All arithmetic is on integers, so the answer is the same on every platform. The
//! function that pushes the features of a candidate into a [`Sink`] serves parsing and fitting alike.

mod probability;

pub(crate) use probability::{Share, best, mass, odds, softmax};

/// A feature before it is hashed to a slot.
///
/// `template` numbers the question that is asked, from 1 to 255, and `a` and `b` are what is answered. No feature may
/// see a particular name; [`Token::lexical`](crate::scan::Token::lexical) gives the value of a word that may be seen.
pub(crate) const fn feature(template: u8, a: u32, b: u32) -> u32 {
    let mut mixed =
        (a as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ (b as u64).wrapping_mul(0xc2b2_ae3d_27d4_eb4f);
    mixed = (mixed ^ template as u64).wrapping_mul(0x1656_67b1_9e37_79f9);
    (mixed >> 32) as u32
}

/// What takes the features of a candidate.
pub(crate) trait Sink {
    /// Takes a hashed feature.
    fn push(&mut self, feature: u32);

    /// Hashes and takes a feature.
    fn add(&mut self, template: u8, a: u32, b: u32) {
        self.push(feature(template, a, b));
    }
}

/// A model and the place of its weights.
#[derive(Debug)]
pub(crate) struct Model {
    /// As its file under `core/data/weights/` is called.
    #[cfg_attr(not(feature = "fit"), allow(dead_code))]
    pub(crate) name: &'static str,
    built_in: &'static [u8],
}

impl Model {
    /// A model with the bytes of its file, see [`Weights::read`].
    pub(crate) const fn new(name: &'static str, built_in: &'static [u8]) -> Self {
        Self { name, built_in }
    }

    /// The weights; fetched once for an article.
    pub(crate) fn weights(&self) -> Weights<'static> {
        Weights::read(self.bytes())
    }

    /// The file, from which not only weights can be read.
    pub(crate) fn bytes(&self) -> &'static [u8] {
        #[cfg(feature = "fit")]
        if let Some(bytes) = crate::fit::replaced(self.name) {
            return bytes;
        }
        self.built_in
    }
}

/// How many weights a model has. Being a constant, it makes the slot of a feature one instruction, and sure to be inside.
const SLOTS: usize = 1 << 15;

/// What has no say.
static SILENT: [u8; SLOTS] = [0; SLOTS];

/// The weights of a model.
#[derive(Clone, Copy)]
pub(crate) struct Weights<'w> {
    table: &'w [u8; SLOTS],
    /// Scores are in units of `2^-shift`.
    shift: u8,
}

impl<'w> Weights<'w> {
    /// Reads a file of weights: the shift, three bytes of zero, then a signed byte for each slot. Anything else, such as
    /// an empty file before the first fitting, has no say: every score is zero.
    pub(crate) fn read(bytes: &'w [u8]) -> Self {
        match bytes {
            [shift @ 0..8, 0, 0, 0, table @ ..] => {
                table.try_into().map_or(Self::NONE, |table| Self { table, shift: *shift })
            }
            _ => Self::NONE,
        }
    }

    const NONE: Self = Self { table: &SILENT, shift: 0 };

    /// Starts the score of a candidate.
    pub(crate) fn score(self) -> Score<'w> {
        Score { weights: self, sum: 0 }
    }

    /// Starts the scores of the classes of a case; their number must be a power of two.
    pub(crate) fn scores<const N: usize>(self) -> Scores<'w, N> {
        Scores { weights: self, sums: [0; N] }
    }
}

impl std::fmt::Debug for Weights<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Weights").field("shift", &self.shift).finish_non_exhaustive()
    }
}

/// The score of a candidate, as its features come in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Score<'w> {
    weights: Weights<'w>,
    sum: i32,
}

impl Score<'_> {
    /// The logarithm of the odds, in sixteenths.
    pub(crate) fn sixteenths(self) -> i32 {
        // A shift of less than four is scaled up exactly, a larger one rounded down.
        (self.sum * 16) >> self.weights.shift
    }
}

impl Sink for Score<'_> {
    fn push(&mut self, feature: u32) {
        self.sum += i32::from(self.weights.table[feature as usize % SLOTS] as i8);
    }
}

/// A feature as it stands for one of `classes`, in the order of [`Scores`].
pub(crate) const fn classed(feature: u32, class: u32, classes: u32) -> u32 {
    feature.wrapping_mul(classes) + class
}

/// The scores of the classes that a case can be of. The weights of a feature for all of them stand side by side, so that
/// it is looked up once.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scores<'w, const N: usize> {
    weights: Weights<'w>,
    sums: [i32; N],
}

impl<const N: usize> Scores<'_, N> {
    /// The logarithms of the odds, in sixteenths.
    pub(crate) fn sixteenths(self) -> [i32; N] {
        self.sums.map(|sum| (sum * 16) >> self.weights.shift)
    }
}

impl<const N: usize> Sink for Scores<'_, N> {
    fn push(&mut self, feature: u32) {
        let at = classed(feature, 0, N as u32) as usize % SLOTS;
        if let Some(weights) = self.weights.table.get(at..at + N) {
            for (sum, weight) in self.sums.iter_mut().zip(weights) {
                *sum += i32::from(*weight as i8);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{SLOTS, Sink, Weights, classed, feature};

    #[test]
    fn classes_are_scored_as_if_one_by_one() {
        let mut bytes = vec![4, 0, 0, 0];
        bytes.extend((0..SLOTS).map(|slot| (slot * 37) as u8));
        let weights = Weights::read(&bytes);
        let mut together = weights.scores::<4>();
        let mut apart = [weights.score(); 4];
        for value in 0..20 {
            let feature = feature(1, value, 0);
            together.push(feature);
            for (class, score) in apart.iter_mut().enumerate() {
                score.push(classed(feature, class as u32, 4));
            }
        }
        assert_eq!(together.sixteenths(), apart.map(super::Score::sixteenths));
        let mut mute = Weights::read(&[]).scores::<4>();
        mute.push(feature(1, 2, 3));
        assert_eq!(mute.sixteenths(), [0; 4]);
    }

    #[test]
    fn a_score_is_the_sum_of_its_weights() {
        let mut bytes = vec![5, 0, 0, 0];
        bytes.resize(4 + SLOTS, 0);
        let (one, other) = (feature(1, 2, 3), feature(2, 2, 3));
        bytes[4 + one as usize % SLOTS] = 64;
        bytes[4 + other as usize % SLOTS] = (-32_i8) as u8;
        let mut score = Weights::read(&bytes).score();
        score.add(1, 2, 3);
        assert_eq!(score.sixteenths(), 32, "64 in 32nds is two");
        score.add(2, 2, 3);
        assert_eq!(score.sixteenths(), 16);
    }

    #[test]
    fn a_file_of_another_shape_has_no_say() {
        for bytes in [&[][..], &[1], &[5, 0, 0, 0, 1, 2, 3], &[9, 0, 0, 0, 1], &[5, 1, 0, 0, 1]] {
            let mut score = Weights::read(bytes).score();
            score.add(1, 2, 3);
            assert_eq!(score.sixteenths(), 0);
        }
    }
}
