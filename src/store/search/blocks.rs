//! Work that is cut into blocks and shared by all cores.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::store::progress::Progress;

/// Works on every block and gives the results in the order of the blocks; `None` when cancelled.
/// A core that others keep busy takes fewer blocks.
pub(super) fn on_all_cores<B: Sync, T: Send>(
    blocks: &[B],
    cancel: &Progress,
    work: impl Fn(&B) -> T + Sync,
) -> Option<Vec<T>> {
    let next = AtomicUsize::new(0);
    let share = || {
        let mut done = Vec::new();
        while !cancel.is_cancelled() {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let Some(block) = blocks.get(number) else { break };
            done.push((number, work(block)));
        }
        done
    };
    let cores = thread::available_parallelism().map_or(1, NonZero::get).min(blocks.len());
    let mut results = thread::scope(|scope| {
        // Without a thread the others, at least this one, take its blocks.
        let started: Vec<_> = (1..cores)
            .filter_map(|_| {
                let thread = thread::Builder::new().name("search".to_owned());
                thread.spawn_scoped(scope, share).ok()
            })
            .collect();
        let mut results = share();
        for thread in started {
            match thread.join() {
                Ok(share) => results.extend(share),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        results
    });
    if cancel.is_cancelled() {
        return None;
    }
    results.sort_unstable_by_key(|(number, _)| *number);
    Some(results.into_iter().map(|(_, result)| result).collect())
}

/// How many of the first items fulfil the condition, which none fulfils after one that does not.
/// Costs little when they are few.
pub(super) fn gallop<T>(items: &[T], condition: impl Fn(&T) -> bool) -> usize {
    let mut step = 1;
    let mut from = 0;
    while items.get(from + step - 1).is_some_and(&condition) {
        from += step;
        step *= 2;
    }
    let end = (from + step).min(items.len());
    from + items.get(from..end).unwrap_or_default().partition_point(condition)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn galloping_ends_where_the_condition_does() {
        for len in 0..70 {
            let items: Vec<usize> = (0..len).collect();
            for end in 0..=len {
                assert_eq!(gallop(&items, |item| *item < end), end, "{end} of {len}");
            }
        }
    }

    #[test]
    fn results_come_in_the_order_of_the_blocks() {
        let blocks: Vec<usize> = (0..500).collect();
        let progress = Progress::default();
        let results = on_all_cores(&blocks, &progress, |block| block * 2);
        assert_eq!(
            results.as_deref(),
            Some(&(0..500).map(|block| block * 2).collect::<Vec<_>>()[..])
        );
        progress.cancel();
        assert_eq!(on_all_cores(&blocks, &progress, |block| *block), None);
    }
}
