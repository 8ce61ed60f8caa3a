//! What the demo's hosts answer: one row a behaviour that cited sources show on the web.

use super::pages::{article, bare, message};
use super::reply::{Reply, Request};

/// Hosts reached over plain HTTP.
pub(super) const HTTP: &[&str] = &[
    "coastwire.example",
    "quiet-notes.example",
    "brief.example",
    "old.tribune.example",
    "observatory.example",
    "valley-news.example",
    "cable-watch.example",
    "papers.example",
    "gazette.example",
    "statistics.example",
    "portal.example",
    "regulator.example",
    "fibre-now.example",
    "members.example",
    "library.example",
    "shielded.example",
    "intranet-news.example",
    "ledger.example",
    "takedown.example",
    "slow.example",
    "broken.example",
    "picky.example",
    "tired.example",
    "busy.example",
    "carousel.example",
    "split.example",
    "archive.example",
];

/// Hosts reached over TLS with a good certificate.
pub(super) const HTTPS: &[&str] = &["ministry.example", "tribune.example"];

/// The host whose certificate has expired.
pub(super) const EXPIRED: &str = "council.example";
/// The host that vouches for itself.
pub(super) const SELF_SIGNED: &str = "cooperative.example";
/// The host where nobody listens.
pub(super) const REFUSING: &str = "closed.example";
/// The host whose name servers fail.
pub(super) const FAILING: &str = "lost-delegation.example";

/// The answer of a host to a path and query.
pub(super) fn answer(request: &Request) -> Reply {
    let asked = (request.host.as_str(), request.target.as_str());
    living(asked)
        .or_else(|| lost(asked))
        .or_else(|| guarded(asked))
        .or_else(|| troubled(asked))
        .unwrap_or_else(|| message(404, &request.host, "Not Found", "There is nothing at this address."))
}

/// Sources that are where they were, or have moved.
fn living(asked: (&str, &str)) -> Option<Reply> {
    Some(match asked {
        ("ministry.example", "/broadband/plan-2012") => article(
            "Ministry of Communications",
            "National Broadband Plan 2012–2018",
            "The plan foresees a connection of 30 Mbit/s for nine households in ten by the end of 2018.",
        ),
        ("coastwire.example", "/2012/11/spectrum-auction") => article(
            "Coast Wire",
            "Spectrum Auction Ends Without a Winner",
            "The auction of four frequency bands closed on Tuesday after no bidder met the reserve price.",
        ),
        ("quiet-notes.example", "/posts/17") => article(
            "Quiet Notes",
            "What the Mast Hears",
            "From the hill above the harbour one mast serves three villages and, since March, one listener more.",
        ),
        ("brief.example", "/issue/9") => article(
            "The Brief",
            "Nine Kilometres of Cable",
            "Nine kilometres are all that was laid in the second year of a programme that had promised nine hundred.",
        ),
        ("split.example", "/reports/veldanet-fees") => article(
            "Split Observatory",
            "What Interconnection Costs",
            "Interconnection costs more than the thousand kilometres before it, the observatory found in all six districts.",
        ),
        ("old.tribune.example", "/story?id=88") => {
            Reply::redirect(301, "https://tribune.example/news/fibre-reaches-the-coast")
        }
        ("tribune.example", "/news/fibre-reaches-the-coast") => article(
            "Tribune",
            "Fibre Reaches the Coast",
            "Eleven years after the first trench was dug, the cable has come ashore at the old lighthouse.",
        ),
        ("observatory.example", "/reports/2011.html") => Reply::html(
            200,
            "<!doctype html><html><head><title>Moved</title>\
             <meta http-equiv=\"refresh\" content=\"0; url=/archive/reports/2011/\"></head>\
             <body>This report has moved.</body></html>",
        ),
        ("observatory.example", "/archive/reports/2011/") => article(
            "Connectivity Observatory",
            "Connectivity Report 2011",
            "The first report of the observatory counts one fixed line for every nine inhabitants.",
        ),
        _ => return None,
    })
}

/// Sources that are gone, or no longer what was cited.
fn lost(asked: (&str, &str)) -> Option<Reply> {
    Some(match asked {
        ("valley-news.example", "/article/5012") => article(
            "Valley News",
            "Ten Recipes With Pumpkin",
            "Autumn is here, and with it the pumpkin: soup, bread, ravioli, and a cake that needs no oven.",
        ),
        ("cable-watch.example", _) => article(
            "Lucky Reels",
            "Best Online Casino Bonuses and Free Spins",
            "Claim your welcome bonus today and play hundreds of slots, blackjack and roulette without a deposit.",
        ),
        ("papers.example", "/wp/2010-14.pdf") => message(
            200,
            "Working Papers",
            "Our New Repository",
            "Welcome to the new repository of the working papers. Search by author, title or year.",
        ),
        ("statistics.example", "/tables/household-access-2010") => {
            message(410, "Office of Statistics", "Withdrawn", "This table has been withdrawn.")
        }
        ("portal.example", path) if path != "/" => message(
            200,
            "Citizens' Portal",
            "Page not found",
            "Sorry, the page you are looking for does not exist. Try the search.",
        ),
        ("regulator.example", path) if path != "/" => Reply::redirect(302, "/"),
        ("regulator.example", "/") => message(
            200,
            "Telecommunications Regulator",
            "Welcome",
            "Licences, consultations and decisions of the regulator.",
        ),
        ("fibre-now.example", _) => bare(
            200,
            "fibre-now.example is for sale",
            "<h1>fibre-now.example</h1><p>This domain is for sale. Buy this domain for 2,400 or make an offer.</p>\
             <div data-adblockkey=\"demo\"></div>",
        ),
        _ => return None,
    })
}

/// Sources behind something that a machine cannot pass.
fn guarded(asked: (&str, &str)) -> Option<Reply> {
    Some(match asked {
        ("members.example", _) => {
            message(401, "Members' Area", "Sign in", "Please sign in.").with("www-authenticate", "Basic")
        }
        ("library.example", _) => message(403, "Library", "Forbidden", "You may not see this page."),
        ("shielded.example", _) => bare(
            403,
            "Just a moment...",
            "<h1>Checking your browser</h1><script src=\"/cdn-cgi/challenge-platform/h/b/orchestrate\"></script>",
        )
        .with("cf-mitigated", "challenge")
        .with("server", "cloudflare"),
        ("intranet-news.example", target) if target.starts_with("/login") => bare(
            200,
            "Log in",
            "<form action=\"/login\" method=\"post\"><input name=\"user\"><input type=\"password\" name=\"password\">\
             <button>Log in</button></form>",
        ),
        ("intranet-news.example", _) => Reply::redirect(302, "/login?next=%2Fcircular%2F31"),
        ("ledger.example", "/2013/02/licence-fees") => paywalled(),
        ("takedown.example", _) => {
            message(451, "Takedown", "Unavailable for legal reasons", "Withheld by order of a court.")
        }
        _ => return None,
    })
}

/// Sources about which nothing can be said now.
fn troubled(asked: (&str, &str)) -> Option<Reply> {
    Some(match asked {
        ("slow.example", _) => Reply::Hang,
        ("broken.example", _) => Reply::Break,
        ("picky.example", _) => {
            message(406, "Picky", "Not acceptable", "Nothing here for your Accept header.")
        }
        ("tired.example", _) => message(503, "Tired", "Service unavailable", "Please come back later."),
        ("busy.example", _) => {
            message(429, "Busy", "Too many requests", "Slow down.").with("retry-after", "1")
        }
        ("carousel.example", "/a") => Reply::redirect(302, "/b"),
        ("carousel.example", _) => Reply::redirect(302, "/a"),
        (EXPIRED, _) => article("Town Council", "Minutes of 4 March 2013", "The council met at seven."),
        (SELF_SIGNED, _) => article("Cooperative", "Our Own Network", "Forty houses share one antenna."),
        _ => return None,
    })
}

/// The first lines, and a wall behind them.
fn paywalled() -> Reply {
    Reply::html(
        200,
        "<!doctype html><html><head><title>Licence Fees Double – The Ledger</title>\
         <script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\
         \"headline\":\"Licence Fees Double\",\"isAccessibleForFree\":false}</script></head>\
         <body><article><h1>Licence Fees Double</h1><p>The fee for a licence doubles in March.</p>\
         <div class=\"paywall\">Subscribe to continue reading. Already a subscriber? Sign in.</div></article></body></html>",
    )
}
