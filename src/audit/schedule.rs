//! In which order links are taken up: hosts in turn, so that a slow one holds up nobody else.
//!
//! The throttle of `web` decides when a request may go out; this decides which links wait there.
//! Were all of them to wait at once, a hundred thousand futures would fill the memory; were they
//! taken in document order, one host's links would fill every place.

use std::collections::{HashMap, VecDeque};

use futures::future::BoxFuture;
use tokio::task::JoinSet;

/// Most jobs at once, for each host and in all.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    /// For each host.
    pub(super) per_host: usize,
    /// In all.
    pub(super) in_all: usize,
}

/// Runs `job` for every item, host by host in turn, and returns what the jobs gave in the order
/// in which they ended. `hosts` names the host of each item.
pub(super) async fn each_host<T: Send + 'static>(
    hosts: impl Iterator<Item = String>,
    limits: Limits,
    job: impl Fn(usize) -> BoxFuture<'static, T>,
) -> Vec<T> {
    let mut queues = Queues::new(hosts, limits.per_host.max(1));
    let mut running = JoinSet::new();
    let mut results = Vec::new();
    loop {
        while running.len() < limits.in_all.max(1) {
            let Some((host, item)) = queues.next() else { break };
            let work = job(item);
            running.spawn(async move { (host, work.await) });
        }
        match running.join_next().await {
            Some(Ok((host, result))) => {
                queues.ended(host);
                results.push(result);
            }
            Some(Err(error)) => std::panic::resume_unwind(error.into_panic()),
            None => return results,
        }
    }
}

struct Queues {
    hosts: Vec<Queue>,
    /// Hosts that may start another job, in turn; each at most once.
    ready: VecDeque<usize>,
    per_host: usize,
}

#[derive(Default)]
struct Queue {
    items: VecDeque<usize>,
    running: usize,
}

impl Queues {
    fn new(hosts: impl Iterator<Item = String>, per_host: usize) -> Self {
        let mut index = HashMap::new();
        let mut queues: Vec<Queue> = Vec::new();
        for (item, host) in hosts.enumerate() {
            let at = *index.entry(host).or_insert(queues.len());
            if at == queues.len() {
                queues.push(Queue::default());
            }
            queues[at].items.push_back(item);
        }
        Self { ready: (0..queues.len()).collect(), hosts: queues, per_host }
    }

    fn next(&mut self) -> Option<(usize, usize)> {
        let host = self.ready.pop_front()?;
        let queue = &mut self.hosts[host];
        let item = queue.items.pop_front()?;
        queue.running += 1;
        if queue.running < self.per_host && !queue.items.is_empty() {
            self.ready.push_back(host);
        }
        Some((host, item))
    }

    fn ended(&mut self, host: usize) {
        let queue = &mut self.hosts[host];
        let was_full = queue.running == self.per_host;
        queue.running -= 1;
        if was_full && !queue.items.is_empty() {
            self.ready.push_back(host);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use futures::FutureExt;
    use tokio::sync::oneshot;

    use super::*;

    fn hosts<'a>(names: &'a [&str]) -> impl Iterator<Item = String> + 'a {
        names.iter().map(|name| (*name).to_owned())
    }

    #[tokio::test]
    async fn hosts_take_turns() {
        let started = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&started);
        let limits = Limits { per_host: 1, in_all: 1 };
        each_host(hosts(&["a", "a", "a", "b", "c"]), limits, move |item| {
            seen.lock().unwrap().push(item);
            async {}.boxed()
        })
        .await;
        assert_eq!(*started.lock().unwrap(), [0, 3, 4, 1, 2]);
    }

    #[tokio::test]
    async fn a_hanging_host_holds_up_nobody() {
        let (release, held) = oneshot::channel::<()>();
        let held = Mutex::new(Some(held));
        let release = Mutex::new(Some(release));
        let ended = Arc::new(Mutex::new(Vec::new()));
        let order = Arc::clone(&ended);
        let limits = Limits { per_host: 1, in_all: 2 };
        each_host(hosts(&["slow", "slow", "b", "c", "d"]), limits, move |item| {
            let wait = if item == 0 { held.lock().unwrap().take() } else { None };
            let last = if item == 4 { release.lock().unwrap().take() } else { None };
            let order = Arc::clone(&order);
            async move {
                if let Some(wait) = wait {
                    wait.await.unwrap();
                }
                order.lock().unwrap().push(item);
                if let Some(last) = last {
                    last.send(()).unwrap();
                }
            }
            .boxed()
        })
        .await;
        assert_eq!(*ended.lock().unwrap(), [2, 3, 4, 0, 1]);
    }

    #[tokio::test]
    async fn never_more_of_a_host_than_its_limit() {
        let running = Arc::new(Mutex::new((0_usize, 0_usize)));
        let count = Arc::clone(&running);
        let limits = Limits { per_host: 3, in_all: 100 };
        let results = each_host(hosts(&["a"; 20]), limits, move |item| {
            let count = Arc::clone(&count);
            async move {
                {
                    let mut now = count.lock().unwrap();
                    now.0 += 1;
                    now.1 = now.1.max(now.0);
                }
                tokio::task::yield_now().await;
                count.lock().unwrap().0 -= 1;
                item
            }
            .boxed()
        })
        .await;
        assert_eq!(results.len(), 20);
        assert_eq!(running.lock().unwrap().1, 3);
    }
}
