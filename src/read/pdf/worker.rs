//! The parser of files and the drawing of pages, on a thread of their own.
//!
//! That needs a deep stack, and no promise of the parser holds for every file: where it no longer answers,
//! it is left behind, and what it gave by then is read all the same.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread;
use std::time::Duration;

use super::glyph::Page;
use super::hayro::{self, Hayro};
use super::limits;
use super::source::Source;
use crate::model::PartialDate;
use crate::read::ReadError;

/// What a file says before its first page.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Cover {
    pub pages: usize,
    pub title: Option<String>,
    pub date: Option<PartialDate>,
}

/// Sends the cover, then every page in order.
#[derive(Debug)]
pub(super) struct Sender {
    cover: SyncSender<Result<Cover, ReadError>>,
    pages: SyncSender<Page>,
}

/// Pages that come from elsewhere.
#[derive(Debug)]
pub(super) struct Worker {
    cover: Cover,
    pages: Receiver<Page>,
    patience: Duration,
}

impl Worker {
    /// Opens a PDF.
    ///
    /// # Errors
    /// If it cannot be opened, or not in time.
    pub(super) fn open(bytes: &Arc<Vec<u8>>, password: Option<&str>) -> Result<Self, ReadError> {
        let (bytes, password) = (bytes.clone(), password.map(str::to_owned));
        Self::start(limits::PATIENCE, move |sender| match hayro::open(&bytes, password.as_deref()) {
            Ok(pdf) => sender.send_all(&mut Hayro::new(&pdf)),
            Err(error) => {
                let _ = sender.cover.send(Err(error));
            }
        })
    }

    /// Starts a thread that sends, and waits for the cover. Nothing is waited for longer than
    /// `patience`.
    fn start(patience: Duration, work: impl FnOnce(&Sender) + Send + 'static) -> Result<Self, ReadError> {
        const AHEAD: usize = 8;
        let (cover_sender, cover) = sync_channel(1);
        let (page_sender, pages) = sync_channel(AHEAD);
        let sender = Sender { cover: cover_sender, pages: page_sender };
        let thread = thread::Builder::new().name("pdf".to_owned()).stack_size(limits::STACK);
        thread.spawn(move || work(&sender)).map_err(|_| ReadError::Damaged)?;
        match cover.recv_timeout(patience) {
            Ok(cover) => Ok(Self { cover: cover?, pages, patience }),
            Err(RecvTimeoutError::Timeout) => Err(ReadError::TooSlow),
            Err(RecvTimeoutError::Disconnected) => Err(ReadError::Damaged),
        }
    }
}

impl Sender {
    /// Sends all that a source has, until nobody listens.
    fn send_all(&self, source: &mut Hayro<'_>) {
        let cover = source.cover();
        let count = cover.pages.min(limits::PAGES);
        if self.cover.send(Ok(cover)).is_ok() {
            let _ = (0..count).try_for_each(|index| self.pages.send(source.page(index)));
        }
    }
}

impl Source for Worker {
    fn cover(&self) -> &Cover {
        &self.cover
    }

    fn page(&mut self) -> Option<Page> {
        self.pages.recv_timeout(self.patience).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::channel;

    #[test]
    fn a_source_that_does_not_answer_is_left_behind() {
        let (alive, forever) = channel::<()>();
        let worker = Worker::start(Duration::from_millis(50), move |_| {
            let _ = forever.recv();
        });
        assert_eq!(worker.err(), Some(ReadError::TooSlow));
        drop(alive);
    }

    #[test]
    fn what_it_gave_is_kept() {
        let (alive, forever) = channel::<()>();
        let cover = Cover { pages: 2, ..Cover::default() };
        let mut worker = Worker::start(Duration::from_millis(500), move |sender| {
            sender.cover.send(Ok(cover)).expect("somebody listens");
            sender.pages.send(Page { unknown: 7, ..Page::default() }).expect("somebody listens");
            let _ = forever.recv();
        })
        .expect("a cover");
        assert_eq!(worker.page().map(|page| page.unknown), Some(7));
        assert_eq!(worker.page(), None);
        drop(alive);
    }

    #[test]
    fn a_source_that_breaks_is_damaged() {
        assert_eq!(Worker::start(Duration::from_mins(1), |_| ()).err(), Some(ReadError::Damaged));
    }
}
