//! Work shared over threads.

use std::thread;

/// More threads wait for the disk and for one another.
const MAX_THREADS: usize = 4;

/// Does `work` for every item and gives the results in their order. One core is left for the window.
pub(super) fn map<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let share = items.len().div_ceil(cores.saturating_sub(1).clamp(1, MAX_THREADS)).max(1);
    let work_share = |items: &[T]| -> Vec<R> { items.iter().map(&work).collect() };
    let work_share = &work_share;
    thread::scope(|scope| {
        let started: Vec<_> = items
            .chunks(share)
            .map(|items| {
                let handle = thread::Builder::new()
                    .name("archive".to_owned())
                    .spawn_scoped(scope, move || work_share(items));
                (items, handle)
            })
            .collect();
        let mut results = Vec::with_capacity(items.len());
        for (items, handle) in started {
            // Without a thread the work is done here.
            let share = handle.ok().and_then(|handle| handle.join().ok());
            results.extend(share.unwrap_or_else(|| work_share(items)));
        }
        results
    })
}
