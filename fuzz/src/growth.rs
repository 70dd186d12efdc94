//! The time for a text of one repeated piece grows with its length.

use cpu_time::ThreadTime;
use std::time::Duration;

/// The lengths that are compared, in bytes.
const SHORT: usize = 32 << 10;
const LONG: usize = 16 * SHORT;
/// How many times as much a byte of the long text may cost. Quadratic work would cost sixteen times as much.
const BOUND: f64 = 4.0;
/// Less time than this is noise.
const NOISE: Duration = Duration::from_millis(20);

/// A piece of text.
pub fn run(bytes: &[u8]) {
    let piece = String::from_utf8_lossy(bytes);
    if piece.is_empty() || piece.len() > 256 {
        return;
    }
    let ratio = ratio(&piece);
    assert!(
        ratio <= BOUND,
        "a byte of {LONG} costs {ratio:.1} times a byte of {SHORT} for repeats of {piece:?}"
    );
}

/// How many times as much a byte of a long text of repeats costs as one of a short text; 1 where the long one costs next to
/// nothing.
pub fn ratio(piece: &str) -> f64 {
    let [short, long] = [SHORT, LONG].map(|length| piece.repeat(length / piece.len() + 1));
    // A busy machine shares its caches.
    let mut least = f64::INFINITY;
    for _ in 0..3 {
        let (short_time, long_time) = (time(&short), time(&long));
        if long_time < NOISE {
            return 1.0;
        }
        let a_byte = |time: Duration, text: &str| time.as_secs_f64() / text.len() as f64;
        least = least.min(a_byte(long_time, &long) / a_byte(short_time, &short));
        if least <= BOUND {
            break;
        }
    }
    least
}

/// The time that the thread had, whatever else the machine does.
fn time(text: &str) -> Duration {
    let start = ThreadTime::now();
    std::hint::black_box(nutgraf::parse(text));
    start.elapsed()
}
