//! Scores to probabilities, in integers.

/// A probability in units of 1/65536, from 0 to 65536.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Share(u32);

impl Share {
    const ONE: u32 = 1 << 16;

    /// Certain.
    pub(crate) const CERTAIN: Self = Self(Self::ONE);

    /// `hundredths` in a hundred; more than a hundred are a hundred.
    pub(crate) const fn percent(hundredths: u32) -> Self {
        let hundredths = if hundredths > 100 { 100 } else { hundredths };
        Self(hundredths * Self::ONE / 100)
    }

    /// Both of two independent things.
    #[must_use]
    pub(crate) const fn and(self, other: Self) -> Self {
        Self(((self.0 as u64 * other.0 as u64) >> 16) as u32)
    }

    /// That it is not so.
    #[must_use]
    pub(crate) const fn not(self) -> Self {
        Self(Self::ONE - self.0)
    }

    /// In hundredths, rounded.
    pub(crate) const fn hundredths(self) -> u8 {
        ((self.0 * 100 + Self::ONE / 2) >> 16) as u8
    }
}

/// Scores further below the best than this, in sixteenths, weigh nothing.
const REACH: usize = 12 * 16;

/// `exp(-d / 16)` in units of 2^-32, by multiplying with `exp(-1/16)` so often.
const DECAY: [u64; REACH] = {
    /// `exp(-1/16)` in units of 2^-32.
    const STEP: u64 = 4_034_748_382;
    let mut table = [0; REACH];
    let mut value: u64 = 1 << 32;
    let mut index = 0;
    while index < REACH {
        table[index] = value;
        value = (value * STEP) >> 32;
        index += 1;
    }
    table
};

fn decay(distance: i32) -> u64 {
    usize::try_from(distance).ok().and_then(|distance| DECAY.get(distance)).copied().unwrap_or(0)
}

/// The probability that a score, the logarithm of the odds in sixteenths, stands for.
pub(crate) fn odds(sixteenths: i32) -> Share {
    let against = decay(sixteenths.saturating_abs());
    let one = 1_u64 << 32;
    let likely = (one << 16) / (one + against);
    let share = Share(likely as u32);
    if sixteenths >= 0 { share } else { share.not() }
}

/// The most likely of candidates that exclude each other; the first of equals.
pub(crate) fn best(scores: &[i32]) -> Option<usize> {
    let mut best = (0, *scores.first()?);
    for (index, score) in scores.iter().enumerate().skip(1) {
        if *score > best.1 {
            best = (index, *score);
        }
    }
    Some(best.0)
}

/// The most likely of candidates that exclude each other, and how likely it is; the first of equals.
pub(crate) fn softmax(scores: &[i32]) -> Option<(usize, Share)> {
    let best = best(scores)?;
    let top = scores[best];
    let total: u64 = scores.iter().map(|score| decay(top.saturating_sub(*score))).sum();
    // The best adds 2^32 to the total, so it is never zero.
    Some((best, Share(((1_u64 << 48) / total) as u32)))
}

/// How likely the right one of candidates that exclude each other is among those that `counts` lets in.
pub(crate) fn mass(scores: &[i32], counts: impl Fn(usize) -> bool) -> Share {
    let top = scores.iter().copied().max().unwrap_or(0);
    let (mut all, mut counted) = (0, 0);
    for (index, score) in scores.iter().enumerate() {
        let weight = decay(top.saturating_sub(*score));
        all += weight;
        counted += if counts(index) { weight } else { 0 };
    }
    // No score, no weight: nothing speaks against.
    Share(((counted << 16).checked_div(all)).unwrap_or(u64::from(Share::ONE)) as u32)
}

#[cfg(test)]
mod tests {
    use super::{Share, mass, odds, softmax};

    fn near(share: Share, wanted: f64) -> bool {
        (f64::from(share.0) / 65536.0 - wanted).abs() < 1e-3
    }

    #[test]
    fn odds_follow_the_logistic_curve() {
        for sixteenths in -150..150 {
            let wanted = 1.0 / (1.0 + (-f64::from(sixteenths) / 16.0).exp());
            assert!(near(odds(sixteenths), wanted), "{sixteenths}");
        }
        assert_eq!(odds(i32::MAX), Share::CERTAIN);
        assert_eq!(odds(i32::MIN), Share::CERTAIN.not());
    }

    #[test]
    fn the_best_candidate_is_likely_by_its_lead() {
        assert_eq!(softmax(&[]), None);
        let (best, share) = softmax(&[0, 16, -16]).unwrap();
        let e = std::f64::consts::E;
        assert!(best == 1 && near(share, e / (1.0 + e + 1.0 / e)));
        assert_eq!(softmax(&[7]), Some((0, Share::CERTAIN)));
        let (first, half) = softmax(&[3, 3]).unwrap();
        assert!(first == 0 && near(half, 0.5));
    }

    #[test]
    fn a_mass_is_the_sum_of_its_shares() {
        assert_eq!(mass(&[3, 3], |index| index == 0), Share::percent(50));
        assert_eq!(mass(&[3, 9], |_| true), Share::CERTAIN);
        assert_eq!(mass(&[], |_| false), Share::CERTAIN);
        let (best, share) = softmax(&[0, 16, -16]).unwrap();
        assert_eq!(mass(&[0, 16, -16], |index| index == best), share);
    }

    #[test]
    fn shares_multiply() {
        let half = Share::percent(50);
        assert_eq!(half.and(half), Share::percent(25));
        assert_eq!(half.not(), half);
        assert_eq!(Share::CERTAIN.hundredths(), 100);
        assert_eq!(Share::percent(37).hundredths(), 37);
    }
}
