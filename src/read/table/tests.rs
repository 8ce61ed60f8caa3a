use super::super::view::view;
use super::read_table;

#[track_caller]
fn check(source: &str, expected: &[&str]) {
    let document = read_table(source).expect("a table");
    assert_eq!(view(&document).split('\n').collect::<Vec<_>>(), expected);
}

#[test]
fn columns_are_known_by_their_names() {
    check(
        "Title,URL,Outlet,Date,Access date,status\n\"One, two\",\"http://a.example/one,2?z=1\",Herald,2 July 2013,2014-08-05,200\n\n\
         \"Two\nlines\",https://b.example/two,,,,404\nThree,,,,,\n",
        &[
            "I2 “One, two,” *Herald*, 2 July 2013, ⟦http://a.example/one,2?z=1|http://a.example/one,2?z=1⟧, accessed 2014-08-05.",
            "I4 “Two lines,” ‹5›⟦https://b.example/two|https://b.example/two⟧.",
        ],
    );
    check(
        "название;ссылка;дата обращения\nПлотина;http://a.example/1;5 августа 2014\n",
        &["I2 “Плотина,” ⟦http://a.example/1|http://a.example/1⟧, accessed 5 августа 2014."],
    );
}

#[test]
fn columns_without_names_are_known_by_what_they_hold() {
    check(
        "1\thttp://a.example/1\tx\n2\thttp://b.example/2\t\n",
        &["I1 ⟦http://a.example/1|http://a.example/1⟧.", "I2 ⟦http://b.example/2|http://b.example/2⟧."],
    );
}

#[test]
fn a_row_may_have_several_addresses() {
    check(
        "url,link,archive_url\nhttp://a.example/1,http://b.example/2,https://archive.example/http://a.example/1\n",
        &[
            "I2 ⟦http://a.example/1|http://a.example/1⟧, archived at \
             ⟦https://archive.example/http://a.example/1|https://archive.example/http://a.example/1⟧.",
            "I2 ⟦http://b.example/2|http://b.example/2⟧.",
        ],
    );
}

#[test]
fn a_value_may_have_several_addresses_or_a_remark() {
    check(
        "title,url\nA,http://a.example/1; http://a.example/2\nB,http://b.example/1 (archived)\nC,http://c.example/a b\n",
        &[
            "I2 “A,” ⟦http://a.example/1|http://a.example/1⟧.",
            "I2 ⟦http://a.example/2|http://a.example/2⟧.",
            "I3 “B,” ⟦http://b.example/1|http://b.example/1⟧.",
            "I4 “C,” ⟦http://c.example/a b|http://c.example/a b⟧.",
        ],
    );
}

#[test]
fn a_list_gives_every_line_once() {
    check(
        "# sources\nhttp://a.example/1\nhttp://a.example/2-\nhttp://b.example/3,\n",
        &[
            "I2 ⟦http://a.example/1|http://a.example/1⟧",
            "I3 ⟦http://a.example/2-|http://a.example/2-⟧",
            "I4 ⟦http://b.example/3|http://b.example/3⟧",
        ],
    );
}

#[test]
fn other_texts_are_none() {
    for text in [
        "A report, in brief.\n\nSee http://a.example/, and more.\n",
        "Name, link and title\nare words, http://a.example/\n",
        "a,b\nc,d\n",
        "one,http://a.example/\n",
        "",
    ] {
        assert!(read_table(text).is_none(), "{text}");
    }
}
