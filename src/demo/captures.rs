//! What the demo's archive holds: for each kind of source the captures that make choosing hard.

use super::archive::{Archive, Capture};
use super::pages::article_page;

/// Captures of cited pages: address, timestamp, outlet, title, first sentence.
const ARTICLES: &[(&str, &str, &str, &str, &str)] = &[
    // Two captures around the day of access: the nearer one is the later.
    (
        "http://coastwire.example/2012/11/spectrum-auction",
        "20121203101500",
        "Coast Wire",
        "Spectrum Auction Ends Without a Winner",
        "The auction of four frequency bands closed on Tuesday.",
    ),
    (
        "http://coastwire.example/2012/11/spectrum-auction",
        "20130118074000",
        "Coast Wire",
        "Spectrum Auction Ends Without a Winner",
        "The auction of four frequency bands closed on Tuesday.",
    ),
    (
        "http://old.tribune.example/story?id=88",
        "20130306120000",
        "Tribune",
        "Fibre Reaches the Coast",
        "The cable has come ashore at the old lighthouse.",
    ),
    (
        "http://observatory.example/reports/2011.html",
        "20120611093000",
        "Connectivity Observatory",
        "Connectivity Report 2011",
        "One fixed line for every nine inhabitants.",
    ),
    (
        "http://valley-news.example/article/5012",
        "20130225164500",
        "Valley News",
        "Valley Loses Its Only Exchange",
        "The exchange in the valley was switched off on Sunday night.",
    ),
    (
        "http://cable-watch.example/maps/backbone",
        "20111109000500",
        "Cable Watch",
        "Backbone Map",
        "The map shows every trunk cable that the monitors could confirm.",
    ),
    // The newest capture of this one is an archived 404, below.
    (
        "http://gazette.example/2012/08/mast-dispute.html",
        "20120903113000",
        "Gazette",
        "Mast Dispute Goes to Court",
        "Residents of the upper town have sued over the mast.",
    ),
    (
        "http://gazette.example/2012/08/mast-dispute.html",
        "20110101000000",
        "Gazette",
        "Coming Soon",
        "A page of this address existed before the story did.",
    ),
    (
        "http://statistics.example/tables/household-access-2010",
        "20110714150000",
        "Office of Statistics",
        "Household Access 2010",
        "Access to the network by household and district.",
    ),
    (
        "http://vanished-monitor.example/alerts/44",
        "20130411083000",
        "Vanished Monitor",
        "Alert 44: Throttling on Election Day",
        "Measurements from eleven towns show the same pattern.",
    ),
    (
        "http://portal.example/decree/1718",
        "20120102060000",
        "Citizens' Portal",
        "Decree 1718",
        "On the rules of rendering access services.",
    ),
    (
        "http://fibre-now.example/petition",
        "20130520190000",
        "Fibre Now",
        "A Petition for Open Trenches",
        "We ask that every trench be open to every operator.",
    ),
    (
        "http://library.example/reading-room/2013",
        "20130611120000",
        "Library",
        "Reading Room Statistics 2013",
        "The reading room counted eleven thousand visits.",
    ),
    (
        "http://shielded.example/analysis/peering",
        "20130704101010",
        "Shielded",
        "Who Peers With Whom",
        "Of six providers, two exchange traffic at home.",
    ),
    (
        "http://slow.example/measurements",
        "20130401000000",
        "Slow",
        "Measurements",
        "A table of round-trip times.",
    ),
    (
        "http://tired.example/annual-report",
        "20120806000000",
        "Tired",
        "Annual Report",
        "The annual report of the fund.",
    ),
    (
        "https://council.example/minutes/2013-03-04",
        "20130309000000",
        "Town Council",
        "Minutes of 4 March 2013",
        "The council met at seven.",
    ),
];

/// The demo's archive.
pub(super) fn archive() -> Archive {
    let mut captures: Vec<Capture> = ARTICLES
        .iter()
        .map(|(url, timestamp, outlet, title, lead)| Capture {
            url: (*url).to_owned(),
            timestamp: (*timestamp).to_owned(),
            status: 200,
            body: article_page(outlet, title, lead),
        })
        .collect();
    captures.push(Capture {
        url: "http://gazette.example/2012/08/mast-dispute.html".to_owned(),
        timestamp: "20190505050505".to_owned(),
        status: 404,
        body: "Not Found".to_owned(),
    });
    Archive {
        captures,
        excluded: vec!["quiet-notes.example/posts/17".to_owned()],
        failing: vec!["brief.example/issue/9".to_owned(), "regulator.example/decisions/2012/31".to_owned()],
    }
}
