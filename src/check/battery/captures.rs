//! Captures in an archive, judged without asking anybody.

use super::scene::{Reply, answer, parse};
use super::texts::{EN, RU, article, front, notice, page};
use crate::check::{CaptureVerdict, judge_capture};
use crate::model::{Claims, Reason};

const SOURCE: &str = "http://paper.example/2013/story.html";

fn judged(reply: &Reply, title: &str) -> Option<Reason> {
    let replay = parse(&format!("https://web.archive.example/web/20130703000000id_/{SOURCE}"));
    let claims = Claims { titles: vec![title.to_owned()], sources: vec!["The Harbour Paper".to_owned()] };
    match judge_capture(&answer(replay, reply), &parse(SOURCE), &claims) {
        CaptureVerdict::Good => None,
        CaptureVerdict::Poor { reason, .. } => Some(reason),
    }
}

#[test]
fn captures_of_the_source_are_good() {
    for (reply, title) in [
        (Reply::html(200, article("The Harbour Crane", "Paper", EN)), "The Harbour Crane"),
        (Reply::html(200, article("Кран никто не чинит", "Газета", RU)), "The Crane That Nobody Repairs"),
        (
            Reply::html(200, article("Rusting Harbour Crane Alarms Dockers", "Paper", EN)),
            "Crane in Harbour Rusts",
        ),
        (Reply::typed(200, "application/pdf", b"%PDF-1.4".to_vec()), "Anything"),
    ] {
        assert_eq!(judged(&reply, title), None, "{title}");
    }
}

#[test]
fn captures_of_something_else_are_poor() {
    for (reply, reason) in [
        (Reply::html(404, ""), Reason::Http404),
        (Reply::html(200, notice("Page not found", "Page not found", "It does not exist.")), Reason::Soft404),
        (Reply::html(200, page("Sign in", "<h1>Sign in</h1><input type=password>")), Reason::LoginRequired),
        (
            Reply::html(200, notice("paper.example", "paper.example is for sale", "Buy this domain.")),
            Reason::ParkedDomain,
        ),
        (
            Reply::html(200, notice("Paper", "Coming soon", "A new home for Paper is being prepared.")),
            Reason::ParkedDomain,
        ),
        (Reply::html(200, article("Ten Recipes With Wild Garlic", "Kitchen", EN)), Reason::ContentDrift),
        (Reply::html(200, page("Just a moment...", "<script>_cf_chl_opt</script>")), Reason::BotChallenge),
        (
            Reply::html(200, front("Paper", "Wait. Pay.")).with("cf-mitigated", "challenge"),
            Reason::BotChallenge,
        ),
    ] {
        assert_eq!(judged(&reply, "Spring Wedding Trends: Lace Is Back"), Some(reason));
    }
}
