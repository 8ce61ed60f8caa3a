//! Pages as sites serve them: a frame of navigation around what the site has to say.

use super::reply::Reply;

/// An article of an outlet, long enough to be told from a status message.
pub(super) fn article(outlet: &str, title: &str, lead: &str) -> Reply {
    Reply::html(200, article_page(outlet, title, lead))
}

/// The HTML of such an article; captures hold the same.
pub(super) fn article_page(outlet: &str, title: &str, lead: &str) -> String {
    let body = format!(
        "<article><h1>{title}</h1><p class=\"lead\">{lead}</p>\
         <p>{title} is the subject of this report. Officials who were asked about it referred to an \
         earlier statement, and residents of the two districts concerned told {outlet} that they had \
         heard nothing further since the spring.</p>\
         <p>The figures quoted above are those of the operators themselves. They could not be confirmed \
         independently, and the regulator has announced that it will publish its own in the autumn. \
         Engineers who have worked on the line describe the terrain as difficult, the winters as long, \
         and the contracts as short.</p>\
         <p>A second part of this report will follow. Readers with knowledge of the matter are invited \
         to write to the editors, who keep the names of their sources to themselves.</p></article>"
    );
    frame(outlet, title, &body)
}

/// A short page that says what it says.
pub(super) fn message(status: u16, outlet: &str, title: &str, text: &str) -> Reply {
    Reply::html(status, frame(outlet, title, &format!("<h1>{title}</h1><p>{text}</p>")))
}

/// A page without a site around it.
pub(super) fn bare(status: u16, title: &str, body: &str) -> Reply {
    Reply::html(
        status,
        format!("<!doctype html><html><head><title>{title}</title></head><body>{body}</body></html>"),
    )
}

fn frame(outlet: &str, title: &str, body: &str) -> String {
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title} – {outlet}</title></head>\
         <body><header><a href=\"/\">{outlet}</a> <nav><a href=\"/news\">News</a> <a href=\"/about\">About</a></nav>\
         </header><main>{body}</main><footer>© {outlet}</footer></body></html>"
    )
}
