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
            "[work:ng13]2 Ng, A., Water Board, ‹3›“Dry Season,” ‹4›2013-07-02, ‹5›⟦http://a.example/b_c?x=1&y=2%20z|http://a.example/b_c?x=1&y=2%20z⟧‹6›, accessed 2014-06-26.",
        ],
    );
}

#[test]
fn reads_addresses_wherever_they_are_printed() {
    check(
        "@misc{a, title={A}, howpublished=\"\\url{http://a.example/x\\_y}\", note=\"Accessed: 2014-03-12.\"}\n@misc{b, title={B}, note={\\url{http://a.example/~b} (visited on 2017-02-01)}}",
        &[
            "[work:a]1 “A,” http://a.example/x_y, Accessed: 2014-03-12.",
            "[work:b]2 “B,” http://a.example/~b (visited on 2017-02-01).",
        ],
    );
}

#[test]
fn reads_several_addresses_of_one_field() {
    check(
        "@misc{a, title={A}, url={http://a.example/x http://b.example/y}}",
        &["[work:a]1 “A,” ⟦http://a.example/x|http://a.example/x⟧, http://b.example/y."],
    );
}

#[test]
fn leaves_out_what_nobody_cites() {
    check(
        "@article{a, title={A}, abstract={See http://no.example/}, file={:http\\://no.example/a.pdf:PDF}, keywords={http://no.example/k}, bdsk-url-1={http://no.example/}, annote={http://no.example/}}",
        &["[work:a]1 “A.”"],
    );
}

#[test]
fn an_identifier_stands_in_for_an_address() {
    check(
        "@misc{a, doi={https://doi.org/10.1000/a\\_b}}\n@misc{b, eprint={1234.5678}, archivePrefix={arXiv}}\n@misc{c, doi={10.1000/c}, url={http://a.example/}}\n@misc{d, doi={none}}",
        &[
            "[work:a]1 ⟦https://doi.org/10.1000/a_b|https://doi.org/10.1000/a_b⟧.",
            "[work:b]2 ⟦https://arxiv.org/abs/1234.5678|https://arxiv.org/abs/1234.5678⟧.",
            "[work:c]3 ⟦http://a.example/|http://a.example/⟧.",
            "[work:d] ",
        ],
    );
}

#[test]
fn reads_strings_and_parents() {
    check(
        "@string{her = \"The Herald\"}\n@article{a, title={A}, journal = her # { Weekly}, year = 2012, month = \"3~\" # jun}\n@inproceedings{b, title={B}, crossref={P}, OPTurldate={2015-12-29}}\n@proceedings{p, title={Talks}, year=2001}\n@comment{x, url={http://no.example/}}",
        &[
            "[work:a]2 “A,” *The Herald Weekly*, 3 June 2012.",
            "[work:b]3 “B,” ‹4›*Talks*, 2001, ‹3›accessed 2015-12-29.",
            "[work:p]4 “Talks,” 2001.",
        ],
    );
}

#[test]
fn a_broken_entry_costs_nothing_but_itself() {
    check(
        "Junk @ here\n@misc{a, title={Open\n  url = {http://a.example/},\n}\n@misc(b,\n title = \"B\"\n year = 2012\n)\n@misc{\n@misc{c, title = {C}}",
        &[
            "[work:a]2 “Open,” ‹3›⟦http://a.example/|http://a.example/⟧.",
            "[work:b]6 “B,” ‹7›2012.",
            "[work:c]10 “C.”",
        ],
    );
}

#[test]
fn reads_languages() {
    check(
        "@misc{a, author={M{\\\"u}ller, J{\\'o}zef and others}, title={{\\'E}tude {\\cyr ж} — Вода}, year={2010}, month={juillet}}",
        &["[work:a]1 Müller, Józef, et al., “Étude ж — Вода,” juillet 2010."],
    );
}

#[test]
fn breaks_off_anywhere() {
    let source = "@string{a = {b} # \"c\"}\n@misc{k, title = {A {b} é}, url = \"http://a.example/\", month = a # jan,\n note = {\\url{x}}}";
    for end in (0..source.len()).filter(|end| source.is_char_boundary(*end)) {
        read_bibtex(&source[..end]);
    }
}

#[test]
fn stays_linear() {
    for piece in [
        "@",
        "@a{",
        "@a{k,a={",
        "@a{k,a=\"",
        "a=b#",
        "@string{a=a#a}",
        "@a{k,\n a = {b\n",
        "{",
        "}",
        "@a{k,title={\\a{",
    ] {
        read_bibtex(&("@a{k,".to_owned() + &piece.repeat(400_000 / piece.len())));
    }
}

proptest::proptest! {
    #[test]
    fn never_panics(source in "(@[a-c]{0,3}[{(]|title|url|crossref|k| |=|\\{|\\}|\"|#|,|\n|\\\\url|http://a.example/|é|\\PC){0,60}") {
        view(&read_bibtex(&source));
    }
}
