//! Short living pages about what has ended: somebody else's service, or a project whose page is still
//! the cited source. None of it is gone, however it is cited.

use super::scene::{Scene, expect_all};
use super::texts::{notice, page};
use crate::model::Verdict;

const CLOSURES: &str = include_str!("pages/closures.txt");

struct Row {
    language: &'static str,
    fields: Vec<&'static str>,
}

fn rows() -> Vec<Row> {
    let mut language = "";
    let mut rows = Vec::new();
    for line in CLOSURES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        match line.strip_prefix("= ") {
            Some(next) => language = next,
            None => rows.push(Row { language, fields: line.split(" ¦ ").collect() }),
        }
    }
    rows
}

/// The page of a row in a site's template and bare, each cited by its own heading, by a translated one, by
/// its outlet, and by its address alone.
fn scenes(row: &Row) -> Vec<(&'static str, Scene)> {
    let [host, outlet, title, heading, words] = row.fields[..] else { panic!("{:?}", row.fields) };
    let title = if title == "-" { format!("{heading} | {outlet}") } else { format!("{title} | {outlet}") };
    let pages = [
        notice(&title, heading, words),
        page(&title, &format!("<h1>{heading}</h1><p>{words}</p>")),
        page(heading, &format!("<p>{words}</p>")),
    ];
    let translated =
        if row.language == "en" { "Новости порта за май" } else { "Harbour News of May" };
    let url = format!("http://{host}/2014/05/03/item.html");
    let cite = |page: &String| Scene::of(&url).shows(page.clone());
    pages
        .iter()
        .flat_map(|page| {
            [
                cite(page).cited(heading),
                cite(page).cited(heading).by(outlet),
                cite(page).cited(translated).by(outlet),
                cite(page).by(outlet),
                cite(page),
            ]
        })
        .map(|scene| (heading, scene))
        .collect()
}

#[test]
fn reports_of_an_end_are_alive() {
    let rows = rows();
    assert!(rows.len() >= 60, "{}", rows.len());
    expect_all("alive/ok", rows.iter().flat_map(scenes).collect());
}

/// What a note says of a page in its own words need not stand on it; then it may be another work, not a
/// lost one.
#[test]
fn reports_of_an_end_are_not_gone_for_a_note_in_other_words() {
    let mut wrong = Vec::new();
    for row in rows() {
        let described = match row.language {
            "en" => "How the fleet of the delta was counted again",
            "ru" => "Как заново пересчитали суда в дельте реки",
            "de" => "Wie die Schiffe im Delta noch einmal gezählt wurden",
            "fr" => "Comment les bateaux du delta ont été recomptés",
            "es" => "Cómo se volvieron a contar los barcos del delta",
            "kk" => "Өзен атырауындағы кемелер қалай қайта саналды",
            "tr" => "Deltadaki gemiler nasıl yeniden sayıldı",
            "uk" => "Як заново порахували судна в дельті річки",
            "zh" => "三角洲的船只是如何重新清点的",
            "ja" => "三角州の船はどのように数え直されたか",
            other => panic!("no description in {other}"),
        };
        for (heading, mut scene) in scenes(&row) {
            scene.link.claims.titles = vec![described.to_owned()];
            let (check, _) = scene.play();
            if check.verdict == Verdict::Dead {
                wrong.push(format!("{heading}: {:?}", check.evidence));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
