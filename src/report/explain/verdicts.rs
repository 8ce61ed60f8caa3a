//! The verdicts.

use super::Explanation;
use crate::model::Verdict;

/// What a verdict means, how ibid comes to it, what to do.
pub(super) fn explanation(verdict: Verdict) -> Explanation {
    let (means, how, next) = match verdict {
        Verdict::Alive => (
            "The source is still in the same place.",
            "The address answers, and nothing in the answer speaks against its being the cited work. A change of \
             http to https, of www. or of a slash at the end counts as the same place.",
            "Nothing is wrong. Where no archive has the source yet, save it now (ibid save), before it goes.",
        ),
        Verdict::Moved => (
            "The same work now has another address.",
            "The site leads there by a redirect that it calls permanent, and what is found there does not speak \
             against being the cited work.",
            "Cite the new address.",
        ),
        Verdict::Changed => (
            "The address answers, but no longer with the cited source.",
            "What the page says of itself was held against the title, the outlet and the kind of file that the note \
             gives, and against an old capture where the titles could not tell.",
            "Open the page once; if it is another work, cite the archived copy.",
        ),
        Verdict::Dead => (
            "The source is gone from its address.",
            "The server or the name service says so, or the page does, or the host answers the same to any address; \
             or the source could not be reached in at least three checks over at least three days.",
            "Cite the archived copy; where there is none, cite another source.",
        ),
        Verdict::Restricted => (
            "The source is there, but a machine may not look at it. It is not dead.",
            "The server refuses programs, or a login, a payment or a test for humans stands before the page.",
            "Open it in a browser. If you can read it, so can most of your readers.",
        ),
        Verdict::Unsure => (
            "What became of the source could not be established now. It is not called dead.",
            "The server failed, did not answer, or gave an answer that leaves the question open, also when it was \
             asked again.",
            "Run the audit again in a day or two. A source that fails in three checks over three days is called dead.",
        ),
        Verdict::Skipped => (
            "The source was not checked.",
            "What is cited is no web address, is not on the public internet, or was ruled out by the configuration.",
            "Look at it yourself if it matters.",
        ),
    };
    Explanation { means, how, next }
}
