//! A web of many hosts on loopback, for benchmarks: prints a list of addresses, one a line, and
//! serves them until standard input ends.
//!
//! ```sh
//! cargo run --release --example small_web -- --hosts 500 --links 10000 > urls.txt
//! ```
//!
//! Every host is an address of its own in 127.0.0.0/8, so that a link checker's limits for each
//! host apply. Each answer takes 40–200 ms, always the same for the same address. With `--mixed`
//! the outcomes are those of an old report: 70 % ok, 20 % 404, 5 % soft 404, 4 % 503, 1 % slow. With
//! `--largest 200` pages have between 20 and 200 kB.

use std::io::{self, Read, Write};
use std::net::Ipv4Addr;
use std::time::Duration;

use clap::Parser;
use ibid::demo::{Reply, Request, Server};

/// A web of many hosts on loopback.
#[derive(Parser)]
struct Arguments {
    /// How many hosts.
    #[arg(long, default_value_t = 500)]
    hosts: u16,
    /// How many addresses in all, spread evenly.
    #[arg(long, default_value_t = 10_000)]
    links: usize,
    /// Mixed outcomes instead of 200 for all.
    #[arg(long)]
    mixed: bool,
    /// The size of the largest page, in kB; the smallest has 20.
    #[arg(long, default_value_t = 20)]
    largest: u64,
}

#[tokio::main]
async fn main() -> io::Result<()> {
    let arguments = Arguments::parse();
    let (mixed, largest) = (arguments.mixed, arguments.largest);
    let mut servers = Vec::new();
    for host in 0..arguments.hosts {
        let [high, low] = host.to_be_bytes();
        let address = Ipv4Addr::new(127, 1 + high, low, 1);
        servers.push(Server::http_on(address, move |request| answer(request, mixed, largest)).await?);
    }
    print_addresses(&servers, arguments.links)?;
    tokio::task::spawn_blocking(|| io::stdin().read_to_end(&mut Vec::new())).await??;
    Ok(())
}

fn print_addresses(servers: &[Server], links: usize) -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for link in 0..links {
        let address = servers[link % servers.len()].address();
        writeln!(out, "http://{address}/section-{}/article-{link}.html", link % 7)?;
    }
    out.flush()
}

fn answer(request: &Request, mixed: bool, largest: u64) -> Reply {
    let Some(number) = number(&request.target) else { return Reply::html(404, "<title>Not Found</title>") };
    let delay = Duration::from_millis(40 + number.wrapping_mul(2_654_435_761) % 161);
    let article = |number: u64| article(number, 20 + number * 7_919 % (largest.max(20) - 19));
    let reply = match number % 100 {
        _ if !mixed => article(number),
        0..70 => article(number),
        70..90 => Reply::html(404, "<title>Not Found</title><h1>Not Found</h1>"),
        90..95 => {
            Reply::html(200, "<title>Page not found</title><h1>Page not found</h1><p>Try the search.</p>")
        }
        95..99 => Reply::html(503, "<title>Unavailable</title>"),
        _ => Reply::After(Duration::from_secs(3), Box::new(article(number))),
    };
    Reply::After(delay, Box::new(reply))
}

/// The article's number; an invented path has none.
fn number(target: &str) -> Option<u64> {
    target.rsplit_once("article-")?.1.strip_suffix(".html")?.parse().ok()
}

/// About so many kB, every one different.
fn article(number: u64, kilobytes: u64) -> Reply {
    let sentence = |at: u64| {
        format!(
            "<p>Paragraph {at} of article {number} speaks of dam {} and of village {}.</p>",
            at * number % 97,
            at * 31 % 89
        )
    };
    let body: String = (0..13 * kilobytes).map(sentence).collect();
    Reply::html(
        200,
        format!("<title>Article {number}</title><h1>Article {number}</h1><article>{body}</article>"),
    )
}
