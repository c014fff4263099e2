//! Values that are derived from all records, such as a sorted list: kept until something changes,
//! and worked out on a thread of their own where that takes long.

use std::sync::{Arc, Mutex, PoisonError};

use super::tasks::Wake;

/// Up to this many records the work is done at once: it is shorter than a frame.
const AT_ONCE: usize = 2_000;

/// A value with the key that it was derived from.
#[derive(Debug)]
struct Keyed<K, T> {
    key: K,
    value: Arc<T>,
}

/// One derived value. While a new one is being worked out, the previous one stays.
#[derive(Debug)]
pub struct Derived<K, T> {
    shown: Option<Keyed<K, T>>,
    /// What the thread works on.
    underway: Option<K>,
    finished: Arc<Mutex<Option<Keyed<K, T>>>>,
}

impl<K, T> Default for Derived<K, T> {
    fn default() -> Self {
        Self { shown: None, underway: None, finished: Arc::default() }
    }
}

impl<K: Clone + PartialEq + Send + 'static, T: Send + Sync + 'static> Derived<K, T> {
    /// The value for `key`, or the previous one while it is worked out from `records` records.
    /// `None` before there is any. `wake` is called when a thread has finished.
    pub fn get(
        &mut self,
        key: &K,
        records: usize,
        wake: &Wake,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Option<Arc<T>> {
        self.take_finished();
        let is_current = self.shown.as_ref().is_some_and(|shown| shown.key == *key);
        if !is_current && self.underway.is_none() {
            if records <= AT_ONCE {
                self.shown = Some(Keyed { key: key.clone(), value: Arc::new(work()) });
            } else {
                self.start(key, wake, work);
            }
        }
        self.shown.as_ref().map(|shown| Arc::clone(&shown.value))
    }

    /// What the value of the last call was derived from.
    pub fn shown_key(&self) -> Option<&K> {
        self.shown.as_ref().map(|shown| &shown.key)
    }

    /// The value of the last call, without asking for a newer one.
    pub fn latest(&self) -> Option<&Arc<T>> {
        self.shown.as_ref().map(|shown| &shown.value)
    }

    /// Whether a newer value than the shown one is being worked out.
    pub fn is_underway(&self) -> bool {
        self.underway.is_some()
    }

    fn take_finished(&mut self) {
        let finished = self.finished.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(finished) = finished {
            self.underway = None;
            self.shown = Some(finished);
        }
    }

    fn start(&mut self, key: &K, wake: &Wake, work: impl FnOnce() -> T + Send + 'static) {
        let finished = Arc::clone(&self.finished);
        let wake = Arc::clone(wake);
        let for_thread = key.clone();
        let spawned = std::thread::Builder::new().name("derive-list".to_owned()).spawn(move || {
            let value = Arc::new(work());
            *finished.lock().unwrap_or_else(PoisonError::into_inner) =
                Some(Keyed { key: for_thread, value });
            wake();
        });
        match spawned {
            Ok(_) => self.underway = Some(key.clone()),
            Err(error) => tracing::error!(%error, "the thread for a list could not be started"),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;

    #[test]
    fn a_small_value_is_there_at_once_and_kept_until_its_key_changes() {
        let wake: Wake = Arc::new(|| {});
        let mut derived = Derived::<u32, u32>::default();
        assert_eq!(derived.get(&1, 10, &wake, || 11).as_deref(), Some(&11));
        assert_eq!(derived.get(&1, 10, &wake, || 99).as_deref(), Some(&11));
        assert_eq!(derived.get(&2, 10, &wake, || 22).as_deref(), Some(&22));
    }

    #[test]
    fn a_large_value_comes_later_and_the_previous_one_stays_meanwhile() {
        let wake: Wake = Arc::new(|| {});
        let mut derived = Derived::<u32, u32>::default();
        derived.get(&1, 10, &wake, || 11);
        let slow = || {
            std::thread::sleep(Duration::from_millis(30));
            22
        };
        assert_eq!(derived.get(&2, AT_ONCE + 1, &wake, slow).as_deref(), Some(&11));
        assert!(derived.is_underway());
        let start = Instant::now();
        while derived.get(&2, AT_ONCE + 1, &wake, || 99).as_deref() != Some(&22) {
            assert!(start.elapsed() < Duration::from_secs(10));
        }
        assert!(!derived.is_underway());
    }
}
