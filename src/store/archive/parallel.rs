//! Work shared over threads.

use std::sync::mpsc::sync_channel;
use std::thread;

/// More threads wait for the disk and for one another.
const MAX_THREADS: usize = 4;

/// So many results of a thread wait to be taken. It bounds the memory.
const AHEAD: usize = 32;

/// Does `work` for every item, and gives each result to `take` in the order of the items, on this
/// thread, until it fails. One core is left for the window.
///
/// No thread waits for the others at the end of a batch: each works until all is done.
pub(super) fn each<T: Sync, R: Send, E>(
    items: &[T],
    work: impl Fn(&T) -> R + Sync,
    mut take: impl FnMut(&T, R) -> Result<(), E>,
) -> Result<(), E> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let threads = cores.saturating_sub(1).clamp(1, MAX_THREADS).min(items.len());
    let work = &work;
    thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|first| {
                let (results, taken) = sync_channel(AHEAD);
                let share = items.iter().skip(first).step_by(threads);
                let started = thread::Builder::new().name("archive".to_owned()).spawn_scoped(
                    scope,
                    move || {
                        for item in share {
                            if results.send(work(item)).is_err() {
                                return;
                            }
                        }
                    },
                );
                drop(started);
                taken
            })
            .collect();
        for (item, results) in items.iter().zip(workers.iter().cycle()) {
            // Without a thread the work is done here.
            take(item, results.recv().unwrap_or_else(|_| work(item)))?;
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_items() {
        for count in [0, 1, 2, 5, 1000] {
            let items: Vec<usize> = (0..count).collect();
            let mut taken = Vec::new();
            let done: Result<(), ()> = each(
                &items,
                |item| item * 2,
                |item, double| {
                    taken.push((*item, double));
                    Ok(())
                },
            );
            assert_eq!(done, Ok(()));
            let expected: Vec<_> = items.iter().map(|item| (*item, item * 2)).collect();
            assert_eq!(taken, expected);
        }
    }

    #[test]
    fn the_first_failure_ends_the_work() {
        let items: Vec<usize> = (0..10_000).collect();
        let begun = std::sync::atomic::AtomicUsize::new(0);
        let done = each(
            &items,
            |item| {
                begun.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                *item
            },
            |_, item| if item < 10 { Ok(()) } else { Err(item) },
        );
        assert_eq!(done, Err(10));
        assert!(begun.into_inner() < 1000);
    }
}
