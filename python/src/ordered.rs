//! Work on several threads whose results come in the order in which it was handed in.

use crate::error::{bug, caught};
use crate::pool::{Lane, lock};
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

/// How often one who waits looks for Ctrl-C.
const POLL: Duration = Duration::from_millis(50);

/// Work handed in, of which the results are taken in the same order. With one thread the work is done when its result is
/// asked for, by the thread that asks, and no other thread exists for it.
pub(crate) struct Ordered<R> {
    lane: Option<Arc<Lane>>,
    /// How much may be handed in before a result is taken.
    capacity: usize,
    window: VecDeque<Pending<R>>,
    cancelled: Cancelled,
    /// Threads do not live on in a forked child.
    process: u32,
}

/// Whether the results are no longer wanted; work looks at it between texts.
#[derive(Clone, Default)]
pub(crate) struct Cancelled(Arc<AtomicBool>);

enum Pending<R> {
    Later(Box<dyn FnOnce(&Cancelled) -> R + Send>),
    Begun(Arc<Slot<R>>),
    /// Done by the thread that asked, and not yet taken.
    Done(Result<R, String>),
}

/// Where a thread leaves its result, or what a panic said.
struct Slot<R> {
    result: Mutex<Option<Result<R, String>>>,
    ready: Condvar,
}

impl Cancelled {
    pub(crate) fn get(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

impl<R: Send + 'static> Ordered<R> {
    pub(crate) fn new(py: Python<'_>, threads: usize) -> PyResult<Self> {
        let lane = if threads > 1 { Some(Lane::new(py, threads)?) } else { None };
        Ok(Self {
            lane,
            capacity: if threads > 1 { 2 * threads + 1 } else { 1 },
            window: VecDeque::new(),
            cancelled: Cancelled::default(),
            process: std::process::id(),
        })
    }

    pub(crate) fn has_room(&self) -> bool {
        self.window.len() < self.capacity
    }

    pub(crate) fn submit(&mut self, work: impl FnOnce(&Cancelled) -> R + Send + 'static) {
        let Some(lane) = &self.lane else {
            self.window.push_back(Pending::Later(Box::new(work)));
            return;
        };
        let slot = Arc::new(Slot { result: Mutex::new(None), ready: Condvar::new() });
        let (filled, cancelled) = (Arc::clone(&slot), self.cancelled.clone());
        lane.submit(move || {
            let result = caught(|| work(&cancelled));
            *lock(&filled.result) = Some(result);
            filled.ready.notify_one();
        });
        self.window.push_back(Pending::Begun(slot));
    }

    /// The next result, or `None` when all that was handed in has been taken. Waits detached, and lets Ctrl-C through, after
    /// which the same result is the next.
    pub(crate) fn next(&mut self, py: Python<'_>) -> PyResult<Option<R>> {
        if self.process != std::process::id() {
            let message = "This work was begun in another process, whose threads are not here after a fork.";
            return Err(PyRuntimeError::new_err(message));
        }
        let result = match self.window.pop_front() {
            None => return Ok(None),
            Some(Pending::Later(work)) => {
                let cancelled = &self.cancelled;
                py.detach(|| caught(|| work(cancelled)))
            }
            Some(Pending::Begun(slot)) => match slot.wait(py) {
                Ok(result) => result,
                Err(interrupt) => {
                    self.window.push_front(Pending::Begun(slot));
                    return Err(interrupt);
                }
            },
            Some(Pending::Done(result)) => result,
        };
        if let Err(interrupt) = py.check_signals() {
            self.window.push_front(Pending::Done(result));
            return Err(interrupt);
        }
        result.map(Some).map_err(|said| bug(&said))
    }
}

impl<R> Drop for Ordered<R> {
    fn drop(&mut self) {
        self.cancelled.0.store(true, Ordering::Relaxed);
        if let Some(lane) = self.lane.as_ref().filter(|_| self.process == std::process::id()) {
            lane.clear();
        }
    }
}

impl<R: Send> Slot<R> {
    /// Waits for the result and takes it, unless Ctrl-C comes before it.
    fn wait(&self, py: Python<'_>) -> PyResult<Result<R, String>> {
        loop {
            let found = py.detach(|| {
                let result = lock(&self.result);
                let wait = self.ready.wait_timeout_while(result, POLL, |result| result.is_none());
                wait.unwrap_or_else(PoisonError::into_inner).0.take()
            });
            if let Some(result) = found {
                return Ok(result);
            }
            py.check_signals()?;
        }
    }
}
