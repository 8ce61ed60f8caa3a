//! News whose headlines say of others what dead pages say of themselves ("Document removed", "Access
//! blocked"), at several lengths, however they are cited: none of it is a message.

use super::scene::{Scene, expect_all};
use super::texts::{in_language, notice};
use crate::model::Verdict;

const HEADLINES: &str = include_str!("pages/headlines.txt");

/// The first sentences of a text.
fn beginning(text: &str, sentences: usize) -> String {
    text.split_inclusive(['.', '。']).take(sentences).collect()
}

/// The same page cited by its own title, by a translated one, and by none.
fn scenes(headline: &'static str, language: &str, sentences: usize) -> Vec<(&'static str, Scene)> {
    let text = beginning(in_language(language), sentences);
    let html = notice(&format!("{headline} | Gazette"), headline, &text);
    let page = || Scene::of("http://paper.example/2013/story.html").shows(html.clone());
    let translated = if language == "en" {
        "Перевод заголовка на другой язык"
    } else {
        "A Title Printed in Translation"
    };
    vec![(headline, page().cited(headline)), (headline, page().cited(translated)), (headline, page())]
}

#[test]
fn headlines_are_no_messages() {
    let (mut language, mut count) = ("", 0);
    for line in HEADLINES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(next) = line.strip_prefix("= ") {
            language = next;
            continue;
        }
        let all: Vec<_> = [2, 4, 8].into_iter().flat_map(|length| scenes(line, language, length)).collect();
        count += all.len();
        expect_all("alive/ok", all);
    }
    assert!(count >= 1_000, "{count}");
}

/// Videos and photographs have hardly a word below their headlines, and nobody cites them by those. A few
/// headlines say nothing but what messages say.
#[test]
fn headlines_over_a_few_words_are_seldom_messages() {
    let (mut language, mut count) = ("", 0);
    let mut lost: Vec<&str> = Vec::new();
    for line in HEADLINES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(next) = line.strip_prefix("= ") {
            language = next;
            continue;
        }
        let first = beginning(in_language(language), 1);
        let text: String = if first.contains(' ') {
            first.split(' ').take(12).collect::<Vec<_>>().join(" ")
        } else {
            first.chars().take(24).collect()
        };
        let html = notice(&format!("{line} | Gazette"), line, &text);
        let (check, _) = Scene::of("http://paper.example/2013/story.html").shows(html).play();
        count += 1;
        // Unsure for days is dead too.
        if matches!(check.verdict, Verdict::Dead | Verdict::Unsure) {
            lost.push(line);
        }
    }
    assert!(count >= 150, "{count}");
    assert!(lost.len() <= 12, "{lost:?}");
}
