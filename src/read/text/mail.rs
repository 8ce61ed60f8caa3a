//! Messages of mailing lists: what stands below the sender's name is no part of what was written, and
//! the signs before the lines of a quoted message are none either.

use super::lines::Line;

/// How lines of a message's head begin, in lower case: sender and subject.
const SENDERS: [&str; 6] = ["from:", "von:", "de:", "от:", "da:", "van:"];
const SUBJECTS: [&str; 7] = ["subject:", "betreff:", "objet:", "asunto:", "assunto:", "oggetto:", "тема:"];

/// Lines in which the head of a message is looked for.
const HEAD: usize = 15;

/// Lines in a row that begin with the sign of a quotation, at least.
const QUOTED: usize = 3;

/// Takes the signs of quotation (RFC 3676 §4.5) off the lines of quoted messages: `> > text`.
pub(super) fn unquote(lines: &mut [Line]) {
    for run in lines.chunk_by_mut(|one, other| one.text.starts_with('>') == other.text.starts_with('>')) {
        if run.len() < QUOTED || !run[0].text.starts_with('>') {
            continue;
        }
        for line in run {
            line.text = unquoted(line.text);
            line.blank |= line.text.trim().is_empty();
        }
    }
}

/// A line without the signs; the blank behind the last belongs to it.
fn unquoted(text: &str) -> &str {
    let rest = text.trim_start_matches(['>', ' ', '\u{a0}']);
    let signs = text[..text.len() - rest.len()].rfind('>').map_or(0, |at| at + 1);
    let behind = &text[signs..];
    behind.strip_prefix(' ').unwrap_or(behind)
}

/// Marks signatures as furniture: everything from a line of two dashes (RFC 3676 §4.3) to the end of
/// the message. Only in a text that begins with the head of a message.
pub(super) fn mark_signatures(lines: &mut [Line]) {
    let head = || lines.iter().filter(|line| !line.blank).take(HEAD);
    let has = |starts: &[&str]| head().any(|line| begins(line.text, starts));
    if !(has(&SENDERS) && has(&SUBJECTS)) {
        return;
    }
    let mut signed = false;
    for line in lines {
        if line.text.trim_start() == "--" && line.text.starts_with("--") {
            signed = true;
        } else if line.text.starts_with("From ") || begins(line.text, &SENDERS) {
            signed = false;
        }
        line.furniture |= signed;
    }
}

fn begins(text: &str, starts: &[&str]) -> bool {
    let start: String = text.chars().take(10).flat_map(char::to_lowercase).collect();
    starts.iter().any(|known| start.starts_with(known))
}

#[cfg(test)]
mod tests {
    use super::super::lines;
    use super::*;

    fn furniture(text: &str) -> Vec<&str> {
        let mut lines = lines::split(text);
        mark_signatures(&mut lines);
        lines.into_iter().filter(|line| line.furniture).map(|line| line.text).collect()
    }

    #[test]
    fn a_signature_ends_with_its_message() {
        let message =
            "From: Kim\nSubject: Silt\n\nSee [1].\n\n[1] http://a.example/x\n\n-- \nKim\nhttp://b.example/\n";
        assert_eq!(furniture(message), ["--", "Kim", "http://b.example/"]);
        let two = format!("{message}From: Pat\nNo, see [1].\n");
        assert_eq!(furniture(&two), ["--", "Kim", "http://b.example/"]);
    }

    #[test]
    fn quoted_lines_lose_their_signs() {
        let mut lines = lines::split(
            "He wrote:\n> See [1].\n>\n>   [1] A title,\n> > http://a.example/x\n\n> 5 % of it\n",
        );
        unquote(&mut lines);
        let texts: Vec<&str> = lines.iter().map(|line| line.text).collect();
        assert_eq!(
            texts,
            ["He wrote:", "See [1].", "", "  [1] A title,", "http://a.example/x", "", "> 5 % of it"]
        );
        assert!(lines[2].blank);
    }

    #[test]
    fn other_texts_have_none() {
        assert_eq!(furniture("A report\n\n--\nhttp://b.example/\n"), Vec::<&str>::new());
    }
}
