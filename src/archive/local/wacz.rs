//! A WACZ 1.1.1: the WARC files, their index and the list of pages in one ZIP, as Webrecorder's
//! specification wants it (<https://specs.webrecorder.net/wacz/1.1.1/>).
//!
//! The WARC files are stored, not deflated, so that a replay program can read a record out of the
//! middle of a file on the web.

use std::fs::File;
use std::io::{self, Read as _, Seek, Write};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use url::Url;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::index::{Entry, cdxj};

/// A page of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Its address.
    pub url: Url,
    /// When it was captured.
    pub time: Timestamp,
    /// Its title.
    pub title: Option<String>,
}

/// Writes a WACZ of `files` to `into`; `title` names the report, `software` the program.
///
/// # Errors
/// If a file cannot be read, or `into` not written.
pub fn wacz<W: Write + Seek>(
    into: W,
    files: &[PathBuf],
    entries: &[Entry],
    pages: &[Page],
    title: &str,
    software: &str,
) -> io::Result<W> {
    let mut zip = Writer { zip: ZipWriter::new(into), resources: Vec::new() };
    for file in files {
        zip.file(file)?;
    }
    zip.text("indexes/index.cdx", &cdxj(entries), CompressionMethod::Deflated)?;
    zip.text("pages/pages.jsonl", &page_list(pages), CompressionMethod::Deflated)?;
    zip.finish(title, software, pages)
}

fn page_list(pages: &[Page]) -> String {
    let head = json!({"format": "json-pages-1.0", "id": "pages", "title": "All Pages"});
    let lines = pages.iter().map(|page| {
        let title = page.title.as_deref().unwrap_or(page.url.as_str());
        json!({"url": page.url.as_str(), "ts": page.time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(), "title": title})
    });
    std::iter::once(head).chain(lines).map(|line| format!("{line}\n")).collect()
}

struct Writer<W: Write + Seek> {
    zip: ZipWriter<W>,
    resources: Vec<Value>,
}

impl<W: Write + Seek> Writer<W> {
    fn file(&mut self, path: &Path) -> io::Result<()> {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let member = format!("archive/{name}");
        self.zip.start_file(&member, options(CompressionMethod::Stored).large_file(true))?;
        let mut file = File::open(path)?;
        let (mut hash, mut length, mut buffer) = (Sha256::new(), 0_u64, vec![0; 1 << 16]);
        loop {
            let read = file.read(&mut buffer)?;
            if read == 0 {
                break;
            }
            hash.update(&buffer[..read]);
            self.zip.write_all(&buffer[..read])?;
            length += read as u64;
        }
        self.resource(&name, &member, &hex(&hash.finalize()), length);
        Ok(())
    }

    fn text(&mut self, member: &str, text: &str, method: CompressionMethod) -> io::Result<()> {
        self.zip.start_file(member, options(method))?;
        self.zip.write_all(text.as_bytes())?;
        let name = member.rsplit('/').next().unwrap_or(member);
        self.resource(name, member, &hex(&Sha256::digest(text)), text.len() as u64);
        Ok(())
    }

    fn resource(&mut self, name: &str, path: &str, hash: &str, bytes: u64) {
        self.resources
            .push(json!({"name": name, "path": path, "hash": format!("sha256:{hash}"), "bytes": bytes}));
    }

    fn finish(mut self, title: &str, software: &str, pages: &[Page]) -> io::Result<W> {
        let created = pages.iter().map(|page| page.time).max().unwrap_or(Timestamp::UNIX_EPOCH);
        let package = json!({
            "profile": "data-package",
            "wacz_version": "1.1.1",
            "title": title,
            "software": software,
            "created": created.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
            "resources": self.resources,
        });
        let package = format!("{package:#}");
        let digest =
            json!({"path": "datapackage.json", "hash": format!("sha256:{}", hex(&Sha256::digest(&package)))});
        self.zip.start_file("datapackage.json", options(CompressionMethod::Deflated))?;
        self.zip.write_all(package.as_bytes())?;
        self.zip.start_file("datapackage-digest.json", options(CompressionMethod::Deflated))?;
        self.zip.write_all(format!("{digest:#}").as_bytes())?;
        Ok(self.zip.finish()?)
    }
}

fn options(method: CompressionMethod) -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(method)
}

fn hex(digest: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(digest)
}
