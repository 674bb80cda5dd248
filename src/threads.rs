//! Work on a long draft that several threads share, with the same result in the same order.
//!
//! Nothing is started here: the threads of the pool that the caller runs in help, and outside of a pool nobody does.

use std::ops::Range;

use rayon::prelude::*;

/// Under so many sentences (or blocks, or whatever is worked on) the others would wait for each other longer than they help.
const FEW: usize = 1000;

/// Parts for each thread: some take longer than others.
const FOR_EACH: usize = 4;

/// Whether others help with work on so many sentences.
pub(crate) fn help_with(count: usize) -> bool {
    count >= FEW && rayon::current_thread_index().is_some() && rayon::current_num_threads() > 1
}

/// Does work for all numbers below `count`, of which it is given one run after the other, and gives what came of each run.
pub(crate) fn in_runs<T: Send>(count: usize, work: impl Fn(Range<usize>) -> T + Sync) -> Vec<T> {
    if !help_with(count) {
        return vec![work(0..count)];
    }
    let parts = FOR_EACH * rayon::current_num_threads();
    let run = |part: usize| part * count / parts..(part + 1) * count / parts;
    (0..parts).into_par_iter().map(|part| work(run(part))).collect()
}

/// What `work` makes of each number below `count`, in order.
pub(crate) fn each<T: Send>(count: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    joined(in_runs(count, |run| run.map(&work).collect()))
}

/// Lets `work` change each of `all`, which it gets with its number.
pub(crate) fn change<T: Send>(all: &mut [T], work: impl Fn(usize, &mut T) + Sync) {
    if help_with(all.len()) {
        all.par_iter_mut().enumerate().for_each(|(at, one)| work(at, one));
    } else {
        all.iter_mut().enumerate().for_each(|(at, one)| work(at, one));
    }
}

/// What came of several runs, one behind the other.
pub(crate) fn joined<T>(runs: Vec<Vec<T>>) -> Vec<T> {
    let mut runs = runs.into_iter();
    let mut all = runs.next().unwrap_or_default();
    all.reserve_exact(runs.as_slice().iter().map(Vec::len).sum());
    for mut run in runs {
        all.append(&mut run);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn threads_that_help_change_nothing() {
        let count = FEW * 3 + 7;
        let squares: Vec<usize> = (0..count).map(|number| number * number).collect();
        let alone = || {
            let mut changed = vec![0; count];
            change(&mut changed, |at, one| *one = at * at);
            (each(count, |at| at * at), changed)
        };
        assert!(!help_with(count));
        assert_eq!(alone(), (squares.clone(), squares.clone()));
        let pool = rayon::ThreadPoolBuilder::new().num_threads(3).build().unwrap();
        pool.install(|| {
            assert!(help_with(count) && !help_with(FEW - 1));
            assert_eq!(alone(), (squares.clone(), squares.clone()));
        });
    }
}
