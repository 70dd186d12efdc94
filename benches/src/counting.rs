//! An allocator that counts what a piece of work takes of the heap. The tests of hostile texts use it too.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

/// The system's allocator, with counts. A program that asks for them makes it its global allocator.
#[derive(Clone, Copy, Default, Debug)]
pub struct Counting;

thread_local! {
    static ALLOCATIONS: Cell<usize> = const { Cell::new(0) };
    // Less than nothing where a thread frees what another one made.
    static HELD: Cell<isize> = const { Cell::new(0) };
    static PEAK: Cell<isize> = const { Cell::new(0) };
}

/// What a piece of work took of the heap.
#[derive(Clone, Copy, Default, Debug)]
pub struct Taken {
    /// How often it asked for memory.
    pub allocations: usize,
    /// The most bytes that it held at a time.
    pub peak: usize,
    /// The bytes that its result holds.
    pub kept: usize,
}

impl Counting {
    /// Does some work, and counts what this thread takes for it.
    pub fn count<T>(work: impl FnOnce() -> T) -> (T, Taken) {
        let before = HELD.get();
        ALLOCATIONS.set(0);
        PEAK.set(before);
        let result = work();
        let above = |bytes: isize| usize::try_from(bytes - before).unwrap_or(0);
        let taken =
            Taken { allocations: ALLOCATIONS.get(), peak: above(PEAK.get()), kept: above(HELD.get()) };
        (result, taken)
    }
}

fn hold(bytes: usize) {
    ALLOCATIONS.set(ALLOCATIONS.get() + 1);
    HELD.set(HELD.get() + bytes as isize);
    PEAK.set(PEAK.get().max(HELD.get()));
}

fn free(bytes: usize) {
    HELD.set(HELD.get() - bytes as isize);
}

// SAFETY: every call is handed on to the system's allocator as it comes; counting allocates nothing.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        hold(layout.size());
        // SAFETY: as the caller promises.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        free(layout.size());
        // SAFETY: as the caller promises.
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // While it is moved both are held; what shrinks stays where it is.
        if size > layout.size() {
            hold(size);
            free(layout.size());
        } else {
            free(layout.size() - size);
        }
        // SAFETY: as the caller promises.
        unsafe { System.realloc(pointer, layout, size) }
    }
}
