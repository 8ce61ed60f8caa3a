//! A battery of pages over all signals, about half of them traps, judged through the checker
//! itself on a web of the tests' own. Every scene states the exact verdict and reason.

mod alive;
mod captures;
mod changed;
mod closures;
mod failures;
mod gone;
mod headlines;
mod hostile;
mod manners;
mod moved;
mod parked;
mod rescued;
mod scene;
mod texts;
mod tombstones;
mod walls;
mod written;
