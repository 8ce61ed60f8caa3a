use encoding_rs::{EUC_JP, GBK, KOI8_R, SHIFT_JIS, WINDOWS_1251, WINDOWS_1252};

use super::*;

const RUSSIAN: &str = "Ежегодный доклад о свободе печати. Смотри также примечание 4, доступно по адресу \
    http://pechat.example/doklad, дата обращения 2 июля 2013 года. Редакция благодарит всех, кто помогал.";
const CHINESE: &str = "新闻自由年度报告。参见注释四，访问日期为二零一三年七月二日，http://baogao.example/nian 。编辑部感谢所有提供帮助的人。";
const JAPANESE: &str =
    "報道の自由に関する年次報告書。注４を参照。http://houkoku.example/ を２０１３年７月２日に閲覧した。";

fn text(bytes: &[u8]) -> String {
    decode(bytes).expect("decodable").text.into_owned()
}

fn utf16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes_of).collect()
}

#[test]
fn guesses_the_encodings_of_the_world() {
    for (encoding, expected) in [
        (WINDOWS_1251, RUSSIAN),
        (KOI8_R, RUSSIAN),
        (GBK, CHINESE),
        (SHIFT_JIS, JAPANESE),
        (EUC_JP, JAPANESE),
        (ISO_2022_JP, JAPANESE),
        (WINDOWS_1252, "Le café “noir” – à l’été."),
    ] {
        let (bytes, _, unmappable) = encoding.encode(expected);
        assert!(!unmappable, "{}", encoding.name());
        assert_eq!(text(&bytes), expected, "{}", encoding.name());
    }
}

#[test]
fn reads_utf16_with_and_without_mark() {
    for sample in [RUSSIAN, CHINESE, "A plain report.\r\nWith a note.\r\n"] {
        let (little, big) = (utf16(sample, u16::to_le_bytes), utf16(sample, u16::to_be_bytes));
        assert_eq!(text(&little), sample);
        assert_eq!(text(&big), sample);
        assert_eq!(text(&[b"\xff\xfe".as_slice(), &little].concat()), sample);
        assert_eq!(text(&[b"\xfe\xff".as_slice(), &big].concat()), sample);
    }
}

#[test]
fn drops_the_mark_of_utf8() {
    assert_eq!(text("\u{feff}Ünder".as_bytes()), "Ünder");
}

#[test]
fn believes_the_bytes_before_the_declaration() {
    let page = "<meta charset=windows-1251><p>Ünder</p>";
    assert_eq!(text(page.as_bytes()), page);
}

#[test]
fn believes_the_declaration_before_the_guess() {
    let page = "<meta charset=iso-8859-2><p>Łódź</p>";
    let (bytes, ..) = encoding_rs::ISO_8859_2.encode(page);
    assert_eq!(text(&bytes), page);
}

#[test]
fn keeps_a_damaged_utf8_text_and_says_so() {
    let mut bytes = RUSSIAN.as_bytes().to_vec();
    bytes.truncate(bytes.len() - 2);
    let decoded = decode(&bytes).expect("decodable");
    assert!(decoded.text.starts_with("Ежегодный доклад"));
    assert_eq!(decoded.warning.as_deref(), Some("1 character could not be decoded as UTF-8"));
}

#[test]
fn keeps_text_that_was_garbled_before() {
    let garbled = "ÐšÐ°Ð·Ð°Ñ…ÑÑ‚Ð°Ð½";
    assert_eq!(text(garbled.as_bytes()), garbled);
}

#[test]
fn refuses_what_is_no_text() {
    let noise: Vec<u8> = (0..=255).cycle().take(4096).collect();
    assert_eq!(decode(&noise).unwrap_err(), ReadError::Binary);
    assert_eq!(decode(b"\x01\x02\x03\x04\x05\x06").unwrap_err(), ReadError::Binary);
    assert_eq!(decode(b"\xff\xfe\0\0A\0\0\0").unwrap_err(), ReadError::Undecodable { encoding: "UTF-32" });
    let korean = b"<meta charset=iso-2022-kr>\xff";
    assert_eq!(decode(korean).unwrap_err(), ReadError::Undecodable { encoding: "replacement" });
}
