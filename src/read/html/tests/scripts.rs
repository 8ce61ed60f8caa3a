//! Pages in other scripts than the Latin one.

use super::check;

#[test]
fn arabic() {
    check(
        r##"<html lang="ar" dir="rtl"><p>السد يسرب<sup><a href="#fn1" id="r1">١</a></sup> الماء<sup><a href="#fn2" id="r2">٢</a></sup>.</p><h2>الهوامش</h2><ol style="list-style: arabic-indic"><li id="fn1">نغ، «واحد»، <a href="http://a.example/one">http://a.example/one</a>. <a href="#r1">↑</a></li><li id="fn2">http://b.example/two <a href="#r2">↑</a></li></ol>"##,
        &[
            "P1 السد يسرب{١} الماء{٢}.",
            "H1 الهوامش",
            "[١]1 نغ، «واحد»، ⟦http://a.example/one|http://a.example/one⟧.",
            "[٢]1 http://b.example/two",
        ],
    );
}

#[test]
fn japanese() {
    check(
        r##"<p>ダムは漏れる<sup><a href="#n1" id="r1">［1］</a></sup>。また<a href="#n2" id="r2">（注2）</a>水が<sup>※3</sup>。</p><h2>注</h2><p id="n1"><a href="#r1">［1］</a>山田「一」http://a.example/one（2014年8月5日閲覧）。</p><p id="n2"><a href="#r2">（注2）</a>http://b.example/two。</p><p>※3 http://c.example/three</p>"##,
        &[
            "P1 ダムは漏れる{1}。また{2}水が{3}。",
            "H1 注",
            "[1]1 山田「一」http://a.example/one（2014年8月5日閲覧）。",
            "[2]1 http://b.example/two。",
            "[3]1 http://c.example/three",
        ],
    );
}

#[test]
fn russian() {
    check(
        r##"<p>Плотина течёт<a href="#_ftn1" name="_ftnref1">[1]</a>.</p><p>Читайте также: <a href="https://news.example/2">Колодцы</a></p><p><b>Примечания</b></p><p><a href="#_ftnref1" name="_ftn1">[1]</a> Иванов, «Первая», <a href="http://a.example/one">http://a.example/one</a> (дата обращения: 5.08.2014).</p>"##,
        &[
            "P1 Плотина течёт{1}.",
            "P1 Примечания",
            "[1]1 Иванов, «Первая», ⟦http://a.example/one|http://a.example/one⟧ (дата обращения: 5.08.2014).",
        ],
    );
}
