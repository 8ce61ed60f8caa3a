use super::super::view::view;
use super::read_bibtex;

#[track_caller]
fn check(source: &str, expected: &[&str]) {
    assert_eq!(view(&read_bibtex(source)).split('\n').collect::<Vec<_>>(), expected);
}

#[test]
fn reads_an_entry() {
    check(
        "@online{ng13,\n  author = {Ng, A. and {Water Board}},\n  title = {Dry {Season}},\n  date = {2013-07-02},\n  url = {http://a.example/b\\_c?x=1\\&y=2%20z},\n  urldate = {2014-06-26},\n}\n",
        &[
            "[work:ng13]2 Ng, A., Water Board, ‹3›“Dry Season,” ‹4›2013-07-02, ‹5›⟦http://a.example/b_c?x=1&y=2%20z|http://a.example/b_c?x=1&y=2%20z⟧‹6›, accessed 2014-06-26‹5›.",
        ],
    );
}
