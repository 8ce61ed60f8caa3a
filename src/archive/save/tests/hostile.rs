//! Nothing that Save Page Now can answer makes the program panic.

use proptest::prelude::*;
use reqwest::header::HeaderMap;

use crate::archive::save::reply;
use crate::web::Answer;

/// JSON of the names that count, with values of any kind.
fn body() -> impl Strategy<Value = String> {
    let name = prop_oneof![
        Just("job_id"),
        Just("status"),
        Just("status_ext"),
        Just("message"),
        Just("timestamp"),
        Just("http_status"),
        Just("original_url"),
        Just("available"),
        Just("daily_captures_limit"),
    ];
    let value = prop_oneof![
        Just("null".to_owned()),
        Just("\"error\"".to_owned()),
        Just("\"success\"".to_owned()),
        Just("[1,{}]".to_owned()),
        Just("-1".to_owned()),
        Just("1e999".to_owned()),
        Just("\"99999999999999\"".to_owned()),
        Just("18446744073709551615".to_owned()),
        any::<String>().prop_map(|text| serde_json::Value::String(text).to_string()),
    ];
    let fields = prop::collection::vec((name, value), 0..6);
    fields.prop_map(|fields| {
        let fields: Vec<String> = fields.iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
        format!("{{{}}}", fields.join(","))
    })
}

proptest! {
    #[test]
    fn nothing_that_is_answered_makes_it_panic(body in body(), noise in any::<Vec<u8>>(), status in 200_u16..600) {
        for body in [body.into_bytes(), noise] {
            let url = "https://archive.example/save".parse().expect("an address");
            let answer = Answer { url, status, headers: HeaderMap::new(), body, truncated: false };
            let _ = (reply::submitted(&answer), reply::progress(&answer), reply::account(&answer));
        }
    }
}
