//! Nothing that a server sends can make the judge fall over.

use proptest::prelude::*;

use super::scene::{Reply, Scene, answer, parse};
use crate::check::judge_capture;
use crate::model::Claims;

fn soup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("<title>".to_owned()),
        Just("</".to_owned()),
        Just("<meta http-equiv=refresh content='0;url=".to_owned()),
        Just("<script type=application/ld+json>{\"headline\":".to_owned()),
        Just("<noscript>".to_owned()),
        Just("<svg><select><nav>".to_owned()),
        Just("404 page not found".to_owned()),
        Just("страница не найдена".to_owned()),
        Just("お探しのページ".to_owned()),
        Just("\u{306}\u{0}\u{ad}\u{feff}".to_owned()),
        ".{0,20}",
    ];
    proptest::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_bytes_get_a_verdict(body in proptest::collection::vec(any::<u8>(), 0..400), status in 200_u16..600) {
        let claims = Claims { titles: vec!["The Harbour Crane".to_owned()], sources: vec!["Paper".to_owned()] };
        let url = parse("http://paper.example/a/b-1.html");
        judge_capture(&answer(url.clone(), &Reply::typed(status, "text/html", body)), &url, &claims);
    }

    #[test]
    fn any_markup_gets_a_verdict(html in soup(), title in ".{0,30}", path in "[a-zA-Z0-9%/?=&.-]{0,30}") {
        let scene = Scene::of(parse("http://paper.example/").join(&path).unwrap_or(parse("http://paper.example/x")).as_str());
        let (check, _) = scene.cited(&title).by(&title).always_shows(&html).play();
        prop_assert_eq!(check.verdict, check.reason.verdict());
    }
}
