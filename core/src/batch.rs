//! Many texts on several threads, in order.

use crate::article::Article;
use crate::parser::Parser;
use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// How many texts a thread takes at a time: few enough that the last to finish keeps no other waiting for long.
const CHUNK: usize = 16;

impl Parser {
    /// Reads `texts` on up to `threads` threads, by default as many as the machine offers. The articles come in the order of
    /// the texts, and are those that [`Parser::parse`] gives for each.
    ///
    /// ```
    /// let parser = nutgraf::Parser::new();
    /// let articles = parser.parse_many(&["Costs rose 3 percent.", "Nobody was hurt."], None);
    /// assert_eq!(articles[0].claims().len(), 1);
    /// assert_eq!(articles[1].text(), "Nobody was hurt.");
    /// ```
    pub fn parse_many<'t, T>(&self, texts: &'t [T], threads: Option<NonZero<usize>>) -> Vec<Article<'t>>
    where
        T: AsRef<str> + Sync,
    {
        let threads = threads.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZero::get);
        let threads = threads.min(texts.len().div_ceil(CHUNK));
        if threads <= 1 {
            return texts.iter().map(|text| self.parse(text.as_ref())).collect();
        }
        let next = AtomicUsize::new(0);
        // What one thread reads: chunks, each with its place in the order.
        let work = || {
            let mut read = Vec::new();
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                let Some(chunk) = texts.chunks(CHUNK).nth(number) else { return read };
                let articles: Vec<_> = chunk.iter().map(|text| self.parse(text.as_ref())).collect();
                read.push((number, articles));
            }
        };
        let mut read = thread::scope(|scope| {
            let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
            let joined =
                workers.into_iter().map(|worker| worker.join().unwrap_or_else(|panic| resume_unwind(panic)));
            joined.flatten().collect::<Vec<_>>()
        });
        read.sort_unstable_by_key(|(number, _)| *number);
        read.into_iter().flat_map(|(_, articles)| articles).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::CHUNK;
    use crate::Parser;
    use std::num::NonZero;

    #[test]
    fn any_number_of_threads_gives_the_same() {
        let parser = Parser::new();
        for count in [0, 1, CHUNK, CHUNK + 1, 9 * CHUNK + 5] {
            let texts: Vec<String> =
                (0..count).map(|number| format!("The mayor said {number} of 900 left.")).collect();
            let alone: Vec<_> = texts.iter().map(|text| parser.parse(text)).collect();
            for threads in [None, NonZero::new(1), NonZero::new(2), NonZero::new(8)] {
                assert_eq!(parser.parse_many(&texts, threads), alone, "{count} texts, {threads:?} threads");
            }
        }
    }
}
