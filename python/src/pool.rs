//! The threads that read texts: one pool a process, made when it is first needed.
//!
//! A child of `fork` has none of its parent's threads, and locks as they were at that moment. So the pool is known by its
//! process; a child leaves the old one alone and makes its own. The slot is locked only while attached to the interpreter,
//! which is when nobody forks.

use pyo3::prelude::*;
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

type Job = Box<dyn FnOnce() + Send>;

static POOL: Mutex<Option<(u32, &'static Pool)>> = Mutex::new(None);

/// Threads that take jobs in the order in which they came. It lives as long as its process.
#[derive(Default)]
struct Pool {
    state: Mutex<PoolState>,
    wake: Condvar,
}

#[derive(Default)]
struct PoolState {
    jobs: VecDeque<Job>,
    threads: usize,
}

/// How many threads there are without a wish for another number.
pub(crate) fn cores() -> usize {
    thread::available_parallelism().map_or(1, std::num::NonZero::get)
}

impl Pool {
    /// The pool of this process, with at least so many threads. The token says that we are attached.
    fn get(_py: Python<'_>, threads: usize) -> PyResult<&'static Self> {
        let mut slot = lock(&POOL);
        let process = std::process::id();
        let pool = match *slot {
            Some((owner, pool)) if owner == process => pool,
            _ => slot.insert((process, Box::leak(Box::default()))).1,
        };
        let mut state = lock(&pool.state);
        while state.threads < threads {
            thread::Builder::new().name("nutgraf".into()).spawn(|| pool.work())?;
            state.threads += 1;
        }
        Ok(pool)
    }

    fn push(&self, job: Job) {
        lock(&self.state).jobs.push_back(job);
        self.wake.notify_one();
    }

    /// What each thread does, for ever.
    fn work(&self) {
        loop {
            let mut state = lock(&self.state);
            let job = loop {
                match state.jobs.pop_front() {
                    Some(job) => break job,
                    None => state = self.wake.wait(state).unwrap_or_else(PoisonError::into_inner),
                }
            };
            drop(state);
            // Jobs keep their panics to themselves; a thread must not end by one that does not.
            let _ = catch_unwind(AssertUnwindSafe(job));
        }
    }
}

/// The jobs of one call, of which at most `limit` run at a time.
pub(crate) struct Lane {
    pool: &'static Pool,
    limit: usize,
    state: Mutex<LaneState>,
}

#[derive(Default)]
struct LaneState {
    waiting: VecDeque<Job>,
    running: usize,
}

impl Lane {
    pub(crate) fn new(py: Python<'_>, limit: usize) -> PyResult<Arc<Self>> {
        let pool = Pool::get(py, limit)?;
        Ok(Arc::new(Self { pool, limit, state: Mutex::default() }))
    }

    pub(crate) fn submit(self: &Arc<Self>, job: impl FnOnce() + Send + 'static) {
        let mut state = lock(&self.state);
        if state.running == self.limit {
            state.waiting.push_back(Box::new(job));
        } else {
            state.running += 1;
            let lane = Arc::clone(self);
            self.pool.push(Box::new(move || lane.run(Box::new(job))));
        }
    }

    /// Runs `first` and then what waits.
    fn run(&self, first: Job) {
        let mut next = Some(first);
        while let Some(job) = next {
            let _ = catch_unwind(AssertUnwindSafe(job));
            let mut state = lock(&self.state);
            next = state.waiting.pop_front();
            if next.is_none() {
                state.running -= 1;
            }
        }
    }

    /// Forgets what has not begun.
    pub(crate) fn clear(&self) {
        let waiting = std::mem::take(&mut lock(&self.state).waiting);
        drop(waiting);
    }
}

/// A lock that a panic elsewhere does not spoil: what it guards is always whole.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
