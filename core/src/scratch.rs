//! Memory that is kept from one text to the next: lists and maps that live no longer than a parse.

use crate::date::DateData;
use crate::sentence::SentenceData;
use crate::{claim, layout, mention, number, quote, scan};
use std::collections::HashMap;
use std::fmt;
use std::ops::{Deref, DerefMut};
use std::sync::{Arc, Mutex, MutexGuard};

/// What the stages of one parse work in.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    pub(crate) scan: scan::Scratch,
    pub(crate) layout: layout::Scratch,
    pub(crate) sentences: Spare<Vec<SentenceData>>,
    pub(crate) mention: mention::Scratch,
    pub(crate) dates: Spare<Vec<DateData>>,
    pub(crate) quote: quote::Scratch,
    pub(crate) number: number::Scratch,
    pub(crate) claim: claim::Scratch,
}

/// How many threads may read with one parser at a time and each find memory that was kept.
const THREADS: usize = 64;

/// The memory that a parser and its clones keep: as much as threads have read with them at a time.
#[derive(Clone, Default)]
#[allow(clippy::vec_box, reason = "it is lent and given back by every parse, and large")]
pub(crate) struct Pool(Arc<Mutex<Vec<Box<Scratch>>>>);

impl Pool {
    /// Memory that was kept, or else new.
    pub(crate) fn take(&self) -> Box<Scratch> {
        self.kept().and_then(|mut kept| kept.pop()).unwrap_or_default()
    }

    /// Keeps memory for the next text.
    pub(crate) fn put(&self, scratch: Box<Scratch>) {
        if let Some(mut kept) = self.kept().filter(|kept| kept.len() < THREADS) {
            kept.push(scratch);
        }
    }

    /// What is kept. Nobody waits for it, and nothing breaks where another was stopped while he held it.
    #[allow(clippy::vec_box, reason = "as it is kept")]
    fn kept(&self) -> Option<MutexGuard<'_, Vec<Box<Scratch>>>> {
        self.0.try_lock().ok()
    }
}

impl fmt::Debug for Pool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pool").finish_non_exhaustive()
    }
}

/// The most bytes of one list or map that are kept. Those of articles are smaller; what a longer text needs is given back
/// as soon as it is done with.
const MOST: usize = 1 << 17;

/// What can be emptied without giving back its memory.
pub(crate) trait Reuse: Default {
    /// Takes out all that is in it.
    fn empty(&mut self);

    /// How many bytes it holds of its own, about.
    fn held(&self) -> usize;

    /// Empties it, and gives back its memory where that is too much to be kept.
    fn settle(&mut self) {
        if self.held() > MOST { *self = Self::default() } else { self.empty() }
    }
}

impl<T> Reuse for Vec<T> {
    fn empty(&mut self) {
        self.clear();
    }

    fn held(&self) -> usize {
        self.capacity() * size_of::<T>()
    }
}

impl<K, V, S: Default> Reuse for HashMap<K, V, S> {
    fn empty(&mut self) {
        self.clear();
    }

    fn held(&self) -> usize {
        self.capacity() * size_of::<(K, V)>()
    }
}

/// A list or map that is empty between its uses. What it took the first time is given back, so that a parse whose memory
/// nobody will use again holds no more than it must.
#[derive(Debug, Default)]
pub(crate) struct Spare<C> {
    kept: C,
    used: bool,
}

impl<C: Reuse> Spare<C> {
    /// The list or map, empty, until what is returned is dropped.
    pub(crate) fn lend(&mut self) -> Lent<'_, C> {
        Lent { lent: std::mem::take(&mut self.kept), home: Some(self) }
    }
}

impl<C: Reuse> Lent<'_, C> {
    /// One that goes back nowhere.
    pub(crate) fn homeless() -> Self {
        Self { lent: C::default(), home: None }
    }
}

impl<C: Reuse> Lent<'_, C> {
    /// Whether it goes back to where it is kept.
    pub(crate) fn is_kept(&self) -> bool {
        self.home.as_ref().is_some_and(|home| home.used)
    }
}

impl<T> Lent<'_, Vec<T>> {
    /// [`fit`] for a list that is lent by itself.
    pub(crate) fn fit(&mut self) {
        let kept = self.is_kept();
        fit(&mut self.lent, kept);
    }
}

/// A list or map in use. Dropped, it is emptied and goes back to where it is kept.
#[derive(Debug)]
pub(crate) struct Lent<'a, C: Reuse> {
    lent: C,
    home: Option<&'a mut Spare<C>>,
}

impl<C: Reuse> Deref for Lent<'_, C> {
    type Target = C;

    #[inline(always)]
    #[allow(clippy::inline_always, reason = "every look at a token goes through it")]
    fn deref(&self) -> &C {
        &self.lent
    }
}

impl<C: Reuse> DerefMut for Lent<'_, C> {
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "every look at a token goes through it")]
    fn deref_mut(&mut self) -> &mut C {
        &mut self.lent
    }
}

impl<C: Reuse> Drop for Lent<'_, C> {
    fn drop(&mut self) {
        if let Some(home) = &mut self.home {
            if std::mem::replace(&mut home.used, true) {
                self.lent.settle();
                std::mem::swap(&mut home.kept, &mut self.lent);
            }
        }
    }
}

/// Takes out what a list holds, as a result: in no more memory than it needs. What is long is not moved.
pub(crate) fn exact<T>(list: &mut Vec<T>) -> Vec<T> {
    if list.held() > MOST {
        list.shrink_to_fit();
        return std::mem::take(list);
    }
    let mut exact = Vec::with_capacity(list.len());
    exact.append(list);
    exact
}

/// Gives back the room that a list has left, unless it is kept for the next text anyhow.
pub(crate) fn fit<T>(list: &mut Vec<T>, kept: bool) {
    if !kept || list.held() > MOST {
        list.shrink_to_fit();
    }
}
