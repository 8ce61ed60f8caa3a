//! The reasons. What each means is [`words::reason`]; here stands the rest.

use super::Explanation;
use crate::model::Reason;
use crate::report::words;

/// What a reason means, how ibid came to it, what to do.
pub(super) fn explanation(reason: Reason) -> Explanation {
    Explanation { means: words::reason(reason), how: how(reason), next: next(reason) }
}

fn how(reason: Reason) -> &'static str {
    match reason {
        Reason::Ok => {
            "The address was asked with a GET, as a browser asks; the answer was read and laid before every signal of an error page, a wall, a parked domain or another work, and none spoke."
        }
        Reason::MovedPermanently => {
            "The redirects on the way are permanent ones (301 or 308), lead to more than another scheme, www. or slash, and the page they end at was held against the cited title."
        }
        Reason::MetaRefresh => {
            "The page holds a meta refresh, a Refresh header or a short script that names another address, and that was followed."
        }
        Reason::ContentDrift => {
            "The titles that the page gives itself have too little in common with the cited title, or name another year; where the titles could not tell, the page was held against the capture of the day it was read."
        }
        Reason::DomainTakenOver => {
            "The page is full of what re-registered domains sell, or the address leads to another site, and neither the cited work nor its outlet is named on it."
        }
        Reason::TypeChanged => {
            "The cited address ends like a file (.pdf, .doc, .csv …), the answer is a page, and the page neither shows the file nor speaks of the work."
        }
        Reason::Http404 => {
            "The server answered with the status 404. It is believed at once, as servers mean it; the http and https forms count as one address."
        }
        Reason::Http410 => {
            "The server answered with the status 410, which says that the removal is on purpose and for good."
        }
        Reason::DnsNotFound => {
            "The name service says that the name does not exist (NXDOMAIN) or has no address. It is believed only from a name service that has just found another name, so that a broken network makes nothing dead."
        }
        Reason::Soft404 => {
            "The status is 200, but the title, the heading or a page of a few words says that there is nothing; or the same host answers an invented address with the same page; or the address redirects to one that is called an error."
        }
        Reason::RedirectToHome => {
            "The redirects end at the front page of a site, and the front page is not the cited work."
        }
        Reason::ParkedDomain => {
            "The page belongs to a parking service, offers its own domain for sale, or is a host's notice of a site that is switched off or was never set up."
        }
        Reason::ConnectionRefused => {
            "The computer refused the connection, over http and https, when it was asked again, and once more at the end of the run. Where only one of the two refused, the source is unsure."
        }
        Reason::Http401 => "The server answered with the status 401.",
        Reason::Http403 => {
            "The server answered with 403, or another status by which servers turn machines away (407, 444, 999), also when it was asked once more with a browser's headers."
        }
        Reason::BotChallenge => {
            "The answer bears the marks of a protection service (Cloudflare, DataDome, Imperva …), or the page asks whether a human asks, or wants consent first."
        }
        Reason::LoginRequired => {
            "The address leads to a login page or an identity provider, or the page is a login form and nothing else."
        }
        Reason::Paywall => {
            "The server answered with 402, or the page declares or marks a paywall, or says so in place of the article."
        }
        Reason::Http451 => {
            "The server answered with the status 451, or a short page says that the source is blocked by law or not shown in this country."
        }
        Reason::Timeout => "No answer came within the time that --timeout gives, also at a second try.",
        Reason::ConnectionReset => {
            "The connection was cut, or the answer was no HTTP, also when it was asked again."
        }
        Reason::Http4xx => {
            "The server answered with a status of 300 or 400 to 499 that says nothing about the page (400, 405, 406 …)."
        }
        Reason::Http5xx => {
            "The server answered with a status from 500 on, also when it was asked again, or its page speaks of maintenance or of a fault, or has no content."
        }
        Reason::RateLimited => {
            "The server answered with 429 or the like; its Retry-After was honoured, and it still said so."
        }
        Reason::DnsFailure => {
            "The name servers failed or did not answer (SERVFAIL, time-out), which says nothing about the name."
        }
        Reason::TlsExpired => {
            "The certificate's last day is past, and the site could not be asked in another way."
        }
        Reason::TlsInvalid => {
            "The certificate is for another name, is signed by nobody known, or no version of TLS could be agreed on."
        }
        Reason::RedirectLoop => {
            "There were more than ten redirects, a circle of them, or one to what is no web address."
        }
        Reason::Offline => {
            "The run was told --offline, or the network itself was found to be down: then nothing is called dead."
        }
        Reason::Excluded => "The address matches --exclude, or does not match --include.",
        Reason::NotHttp => "The address begins with mailto:, ftp: or another scheme than http and https.",
        Reason::PrivateAddress => {
            "The name leads to a loopback, private or otherwise non-public address, or a redirect does. The guard against that stands before every connection."
        }
        Reason::Malformed => "No host could be made out in what is printed, even when it was repaired.",
    }
}

fn next(reason: Reason) -> &'static str {
    match reason {
        Reason::Ok => "Nothing, but to save it where no archive has it yet (ibid save).",
        Reason::MovedPermanently | Reason::MetaRefresh => {
            "Cite the new address; the new wording stands in the report."
        }
        Reason::ContentDrift => {
            "Open the address: if it is another work now, cite the archived copy; if it is the same under another title, keep it and note your decision."
        }
        Reason::DomainTakenOver => {
            "Cite the archived copy, and do not send your readers to the address any more."
        }
        Reason::TypeChanged => "Look on the page for the file; if it is not there, cite the archived copy.",
        Reason::Http404 | Reason::Http410 | Reason::Soft404 | Reason::RedirectToHome => {
            "Cite the archived copy if there is one. Else search the site for the title: the work may have moved without a redirect. Else cite another source."
        }
        Reason::DnsNotFound | Reason::ParkedDomain | Reason::ConnectionRefused => {
            "The whole site is gone: cite the archived copy if there is one; else look for the work elsewhere, or cite another source."
        }
        Reason::Http401 | Reason::LoginRequired => {
            "Open the address in a browser. If readers need a login, say so in the note, or cite a copy that is open."
        }
        Reason::Http403 | Reason::BotChallenge => {
            "Open the address in a browser. If the source is there, keep the citation; see that an archive has it."
        }
        Reason::Paywall => {
            "Open the address in a browser. Readers without a subscription will not see it: name the work so that they find it elsewhere."
        }
        Reason::Http451 => "Look at it from another country, or cite a capture made before the block.",
        Reason::Timeout | Reason::ConnectionReset | Reason::Http5xx => {
            "Run the audit again in a day or two; after three failed checks over at least three days the source is called dead."
        }
        Reason::Http4xx => "Open the address in a browser: what it shows there decides.",
        Reason::RateLimited => {
            "Run the audit again later, with a longer --host-interval if it happens often."
        }
        Reason::DnsFailure => {
            "Run the audit again later; if every name fails, check the name servers of this machine."
        }
        Reason::TlsExpired | Reason::TlsInvalid => {
            "Open the address in a browser, which will warn you. If the site is neglected, save the source now and cite the capture."
        }
        Reason::RedirectLoop => {
            "Open the address in a browser: some sites want a cookie first. If it fails there too, cite the archived copy."
        }
        Reason::Offline => "Run the audit again with a network, without --offline.",
        Reason::Excluded => {
            "Nothing, if that is what you want; else change the patterns, on the command line or in ibid.toml."
        }
        Reason::NotHttp => "See for yourself that what is cited can still be had.",
        Reason::PrivateAddress => {
            "Readers cannot open it either, unless they are in your network: cite a public address. For a network of your own use --allow-net."
        }
        Reason::Malformed => {
            "Correct the address in the report; the printed characters stand in the report's column as_printed."
        }
    }
}
