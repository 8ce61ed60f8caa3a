//! JSON-LD: the headline, and whether the article is free (Google Search Central, "Subscription
//! and paywalled content", asks publishers to say so).

use serde_json::Value;

use super::Page;

/// How deep `@graph` and `mainEntity` are followed.
const DEPTH: usize = 6;

/// Reads what the page's `application/ld+json` scripts say into the page.
pub(super) fn read(scripts: &[String], page: &mut Page) {
    for script in scripts {
        let telling = script.contains("headline") || script.contains("isAccessibleForFree");
        if telling && let Ok(value) = serde_json::from_str::<Value>(script.trim()) {
            walk(&value, page, DEPTH);
        }
    }
}

fn walk(value: &Value, page: &mut Page, depth: usize) {
    if depth == 0 {
        return;
    }
    match value {
        Value::Array(items) => items.iter().take(50).for_each(|item| walk(item, page, depth - 1)),
        Value::Object(fields) => {
            if let Some(headline) = fields.get("headline").and_then(Value::as_str) {
                super::builder::push_title(&mut page.other_titles, headline);
            }
            if let Some(free) = fields.get("isAccessibleForFree").and_then(truth) {
                page.free = Some(page.free.unwrap_or(true) && free);
            }
            for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
                if let Some(inner) = fields.get(key) {
                    walk(inner, page, depth - 1);
                }
            }
        }
        _ => {}
    }
}

/// Publishers write `false`, `"False"` and `"http://schema.org/False"`.
fn truth(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(free) => Some(*free),
        Value::String(text) if text.to_ascii_lowercase().ends_with("false") => Some(false),
        Value::String(text) if text.to_ascii_lowercase().ends_with("true") => Some(true),
        _ => None,
    }
}
