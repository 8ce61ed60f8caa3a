//! A reference that a format gives field by field, written the way a note would print it:
//! `Author, “Title,” Outlet, date, address, accessed date, archived date at address.`
//!
//! The stage that reads notes then has one way of reading them, whatever the format.

use super::flow::{Flow, Sign};

/// A field with the line of the source it stands on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Field {
    pub(super) text: String,
    pub(super) line: Option<u32>,
}

/// A reference; empty fields are not printed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Reference {
    pub(super) authors: Vec<Field>,
    pub(super) title: Field,
    /// The title's translation.
    pub(super) translation: Field,
    /// What the work appeared in: a newspaper, a website, a volume.
    pub(super) container: Field,
    pub(super) publisher: Field,
    pub(super) date: Field,
    pub(super) url: Field,
    pub(super) accessed: Field,
    pub(super) archive_url: Field,
    pub(super) archive_date: Field,
    /// What else the reference says, addresses and dates of access included.
    pub(super) remark: Field,
}

impl Reference {
    /// Writes the reference.
    pub(super) fn write(&self, flow: &mut Flow) {
        for author in self.authors.iter().filter(|author| !author.is_empty()) {
            author.write(flow, "", ", ");
        }
        self.write_title(flow);
        if self.ends_with_title() {
            return;
        }
        if !self.container.is_empty() {
            flow.open(Sign::Emphasis);
            self.container.write(flow, "", "");
            flow.close();
            flow.push(", ", self.container.line);
        }
        let repeated = self.publisher.text.eq_ignore_ascii_case(&self.container.text);
        if !repeated {
            self.publisher.write(flow, "", ", ");
        }
        self.date.write(flow, "", ", ");
        self.url.write_link(flow);
        self.accessed.write(flow, if self.url.is_empty() { "accessed " } else { ", accessed " }, "");
        if !self.archive_url.is_empty() {
            self.archive_date.write(flow, ", archived ", "");
            let words = if self.archive_date.is_empty() { ", archived at " } else { " at " };
            flow.push(words, self.archive_url.line);
            self.archive_url.write_link(flow);
        }
        let opens = self.url.is_empty() && self.accessed.is_empty() && self.archive_url.is_empty();
        self.remark.write(flow, if opens { "" } else { ", " }, "");
        flow.drop_trailing(',');
        flow.push(".", self.last_line());
    }

    /// Whether nothing is printed behind the title.
    fn ends_with_title(&self) -> bool {
        !self.title.is_empty() && self.translation.is_empty() && self.behind_title().all(Field::is_empty)
    }

    /// What is printed behind the title, the last first.
    fn behind_title(&self) -> impl Iterator<Item = &Field> {
        let fields = [
            &self.remark,
            &self.archive_url,
            &self.accessed,
            &self.url,
            &self.date,
            &self.publisher,
            &self.container,
        ];
        fields.into_iter()
    }

    /// Whether nothing is printed at all.
    pub(super) fn is_empty(&self) -> bool {
        self.authors.is_empty() && self.title.is_empty() && self.behind_title().all(Field::is_empty)
    }

    fn last_line(&self) -> Option<u32> {
        let title = [&self.title].into_iter();
        self.behind_title().chain(title).find(|field| !field.is_empty()).and_then(|field| field.line)
    }

    fn write_title(&self, flow: &mut Flow) {
        let title = self.title.text.trim_end_matches([',', '.']).trim_matches('"');
        if title.is_empty() {
            return;
        }
        let ended = title.ends_with(['?', '!']);
        let translated = !self.translation.is_empty();
        flow.push("“", self.title.line);
        flow.push(title, self.title.line);
        let closing = match () {
            () if ended || translated => "” ",
            () if self.ends_with_title() => ".”",
            () => ",” ",
        };
        flow.push(closing, self.title.line);
        self.translation.write(flow, "[“", "”], ");
    }
}

impl Field {
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    fn write(&self, flow: &mut Flow, before: &str, after: &str) {
        if !self.is_empty() {
            flow.push(before, self.line);
            flow.push(&self.text, self.line);
            flow.push(after, self.line);
        }
    }

    /// An address, as text and as the target of a link.
    fn write_link(&self, flow: &mut Flow) {
        if self.is_empty() {
            return;
        }
        flow.open(Sign::Link(self.text.clone()));
        self.write(flow, "", "");
        flow.close();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(text: &str) -> Field {
        Field { text: text.to_owned(), line: Some(3) }
    }

    fn print(reference: &Reference) -> String {
        let mut flow = Flow::default();
        reference.write(&mut flow);
        flow.finish(Some).text
    }

    #[test]
    fn prints_what_there_is() {
        let full = Reference {
            authors: vec![field("Ng, A."), field("B. Orr")],
            title: field("Dams"),
            translation: field("Barrages"),
            container: field("Herald"),
            publisher: field("herald"),
            date: field("2 July 2013"),
            url: field("http://a.example/"),
            accessed: field("2014-06-26"),
            archive_url: field("http://archive.example/http://a.example/"),
            archive_date: field("27 June 2014"),
            remark: Field::default(),
        };
        assert_eq!(
            print(&full),
            "Ng, A., B. Orr, “Dams” [“Barrages”], Herald, 2 July 2013, http://a.example/, accessed 2014-06-26, \
             archived 27 June 2014 at http://archive.example/http://a.example/."
        );
        let short =
            Reference { title: field("Dams?"), url: field("http://a.example/"), ..Reference::default() };
        assert_eq!(print(&short), "“Dams?” http://a.example/.");
        let book = Reference { title: field("Dams"), date: field("1969"), ..Reference::default() };
        assert_eq!(print(&book), "“Dams,” 1969.");
        let named = Reference { title: field("Dams"), ..Reference::default() };
        assert_eq!(print(&named), "“Dams.”");
        let read = Reference { accessed: field("2014"), date: field("1969"), ..Reference::default() };
        assert_eq!(print(&read), "1969, accessed 2014.");
        let noted = Reference { remark: field("visited on 2014-06-26"), ..short };
        assert_eq!(print(&noted), "“Dams?” http://a.example/, visited on 2014-06-26.");
    }
}
