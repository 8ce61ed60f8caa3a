//! One line of the file: which flag its key is, and what the flag would have been given.

use std::any::TypeId;
use std::ffi::{OsStr, OsString};
use std::path::Path;

use clap::{Arg, ArgAction, ValueHint};
use toml::de::DeValue;

const BOOLEAN: &str = "true or false";
const NUMBER: &str = "a whole number";
const TEXT: &str = "a string";
const LIST: &str = "a string or a list of strings";

/// The values that a flag is given by the file, as they would be typed.
///
/// # Errors
/// If the value has another type: what is expected.
pub(super) fn values(arg: &Arg, value: &DeValue<'_>) -> Result<Vec<String>, &'static str> {
    let wanted = wanted(arg);
    match (wanted, value) {
        (BOOLEAN, DeValue::Boolean(on)) => Ok(vec![on.to_string()]),
        (NUMBER | LIST, DeValue::Integer(number)) => Ok(vec![number.to_string()]),
        (TEXT | LIST, DeValue::String(text)) => Ok(vec![text.to_string()]),
        (LIST, DeValue::Array(items)) => items.iter().map(|item| list_item(item.get_ref())).collect(),
        _ => Err(wanted),
    }
}

/// An item of a list; statuses may be written as numbers.
fn list_item(value: &DeValue<'_>) -> Result<String, &'static str> {
    match value {
        DeValue::String(text) => Ok(text.to_string()),
        DeValue::Integer(number) => Ok(number.to_string()),
        _ => Err(LIST),
    }
}

/// What a value of the flag must be.
fn wanted(arg: &Arg) -> &'static str {
    let value_type = arg.get_value_parser().type_id();
    match arg.get_action() {
        ArgAction::Append => LIST,
        ArgAction::Count => NUMBER,
        _ if value_type == TypeId::of::<bool>() => BOOLEAN,
        _ if value_type == TypeId::of::<u32>() || value_type == TypeId::of::<usize>() => NUMBER,
        _ => TEXT,
    }
}

/// A value of the right type, as TOML: the flag's default where it has one.
pub(super) fn example(arg: &Arg) -> String {
    let default = arg.get_default_values().first().map(|value| value.to_string_lossy());
    let text = default.as_deref().unwrap_or("…");
    match wanted(arg) {
        BOOLEAN => "true".to_owned(),
        NUMBER => default.as_deref().unwrap_or("1").to_owned(),
        LIST => format!("[\"{text}\"]"),
        _ => format!("\"{text}\""),
    }
}

/// A value as words of the command line; a path is relative to the file's folder.
pub(super) fn words(arg: &Arg, value: &str, folder: &Path) -> Vec<OsString> {
    let flag = arg.get_long().map(|long| format!("--{long}"));
    match (arg.get_action(), flag) {
        (ArgAction::Count, Some(flag)) => vec![flag.into(); value.parse().unwrap_or(0)],
        (ArgAction::SetTrue, Some(flag)) => {
            if value == "true" {
                vec![flag.into()]
            } else {
                Vec::new()
            }
        }
        (_, Some(flag)) => vec![joined(&format!("{flag}="), &rebased(arg, value, folder))],
        (_, None) => vec![rebased(arg, value, folder)],
    }
}

fn joined(front: &str, back: &OsStr) -> OsString {
    let mut word = OsString::from(front);
    word.push(back);
    word
}

fn rebased(arg: &Arg, value: &str, folder: &Path) -> OsString {
    match arg.get_value_hint() {
        // Standard input is in no folder.
        ValueHint::AnyPath if value == "-" => value.into(),
        // The store is no file beside the configuration.
        ValueHint::FilePath if arg.get_id() == "baseline" && value == "store" => value.into(),
        ValueHint::FilePath | ValueHint::DirPath | ValueHint::AnyPath => folder.join(value).into(),
        _ => value.into(),
    }
}
