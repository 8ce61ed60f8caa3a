//! Notes as they are written in many languages and styles, with invented names.

use super::builder::Report;

/// Language or style, note, title, published, accessed. Each has the address of `URL` for `@`.
type Sample = (&'static str, &'static str, &'static str, &'static str, &'static str);

const URL: &str = "http://a.example/b";

const NOTES: &[Sample] = &[
    ("Hebrew", "דוד לוי, \"הבארות\", @ (נצפה ב-2.7.2013).", "הבארות", "", "2013-07-02"),
    (
        "Chicago",
        "Anna Bek, “The Dry Year,” Steppe News, May 11, 2012, @, accessed July 2, 2013.",
        "The Dry Year",
        "2012-05-11",
        "2013-07-02",
    ),
    (
        "Chicago 17",
        "Anna Bek, “The Dry Year,” Steppe News, last modified May 11, 2012, accessed July 2, 2013, @.",
        "The Dry Year",
        "",
        "2013-07-02",
    ),
    (
        "Bluebook",
        "Anna Bek, The Dry Year, STEPPE L. REV. (May 11, 2012), @ (last visited July 2, 2013).",
        "The Dry Year",
        "2012-05-11",
        "2013-07-02",
    ),
    (
        "OSCOLA",
        "Anna Bek, ‘The Dry Year’ (Steppe Blog, 11 May 2012) <@> accessed 2 July 2013.",
        "The Dry Year",
        "2012-05-11",
        "2013-07-02",
    ),
    (
        "MLA",
        "Bek, Anna. “The Dry Year.” Steppe News, 11 May 2012, @. Accessed 2 July 2013.",
        "The Dry Year",
        "2012-05-11",
        "2013-07-02",
    ),
    (
        "APA",
        "Bek, A. (2012, May 11). The dry year. Steppe News. Retrieved July 2, 2013, from @",
        "The dry year",
        "2012-05-11",
        "2013-07-02",
    ),
    (
        "Harvard",
        "Bek, A. (2012) ‘The dry year’, Steppe News, 11 May. Available at: @ (Accessed: 2 July 2013).",
        "The dry year",
        "2012",
        "2013-07-02",
    ),
    (
        "Vancouver",
        "Bek A. The dry year [Internet]. Almaty: Steppe Press; 2012 [cited 2013 Jul 2]. Available from: @",
        "The dry year",
        "2012",
        "2013-07-02",
    ),
    (
        "ISO 690",
        "BEK, Anna. “The dry year” [online]. Almaty: Steppe Press, 2012 [viewed 2 July 2013]. Available from: @",
        "The dry year",
        "2012",
        "2013-07-02",
    ),
    (
        "UN",
        "See “The dry year” (11 May 2012), available at @ (accessed on 2 July 2013).",
        "The dry year",
        "2012-05-11",
        "2013-07-02",
    ),
    (
        "GOST",
        "Бек А. Сухой год [Электронный ресурс]. URL: @ (дата обращения: 02.07.2013).",
        "Сухой год",
        "",
        "2013-07-02",
    ),
    (
        "Russian",
        "Бек А. «Сухой год» // Вести степи. 2012. 11 мая. URL: @ (дата обращения: 2 июля 2013 г.).",
        "Сухой год",
        "2012-05-11",
        "2013-07-02",
    ),
    (
        "Russian 2",
        "«Сухой год», Вести степи, 11 мая 2012 года, @ (последнее посещение – 2 июля 2013 года).",
        "Сухой год",
        "2012-05-11",
        "2013-07-02",
    ),
    (
        "Kazakh",
        "А. Бек, «Құрғақ жыл», Дала хабары, 2012 жылғы 11 мамыр, @ (қаралған күні: 02.07.2013).",
        "Құрғақ жыл",
        "2012-05-11",
        "2013-07-02",
    ),
    (
        "Kazakh 2",
        "А. Бек, «Құрғақ жыл», Дала хабары, 11.05.2012 ж. [Электрондық ресурс]. URL: @ (жүгінген күні: 02.07.2013 ж.).",
        "Құрғақ жыл",
        "2012-05-11",
        "2013-07-02",
    ),
    (
        "Kazakh, Latin",
        "A. Bek, «Qurǵaq jyl», Dala habary, 11 mamyr 2012, @ (qaralǵan kúni: 02.07.2013).",
        "Qurǵaq jyl",
        "2012-05-11",
        "2013-07-02",
    ),
    (
        "Ukrainian",
        "Бек А. «Сухий рік», Вісті степу, 11 травня 2012 р., @ (дата звернення: 02.07.2013).",
        "Сухий рік",
        "2012-05-11",
        "2013-07-02",
    ),
    (
        "French",
        "A. Bek, « L’année sèche », Nouvelles de la steppe, 11 mai 2012, @ (consulté le 2 juillet 2013).",
        "L’année sèche",
        "2012-05-11",
        "2013-07-02",
    ),
    (
        "French law",
        "A. Bek, « L’année sèche », Rev. steppe 2012, p. 12, disponible sur @ (dernière consultation le 1er juillet 2013).",
        "L’année sèche",
        "2012",
        "2013-07-01",
    ),
    (
        "German",
        "Anna Bek: „Das trockene Jahr“, in: Steppenbote vom 11. Mai 2012, online unter @ (abgerufen am 2. Juli 2013).",
        "Das trockene Jahr",
        "2012-05-11",
        "2013-07-02",
    ),
    (
        "German law",
        "Bek, Das trockene Jahr, 11.5.2012, abrufbar unter @, zuletzt abgerufen am 2.7.2013.",
        "Das trockene Jahr",
        "2012-05-11",
        "2013-07-02",
    ),
    (
        "German 3",
        "Bek, Anna: „Das trockene Jahr“, 11.05.2012. URL: @ [Stand: 02.07.2013].",
        "Das trockene Jahr",
        "2012-05-11",
        "2013-07-02",
    ),
    (
        "Spanish",
        "Anna Bek, «El año seco», Noticias de la estepa, 11 de mayo de 2012, disponible en @ (consultado el 2 de julio de 2013).",
        "El año seco",
        "2012-05-11",
        "2013-07-02",
    ),
    (
        "Spanish 2",
        "Bek, A. (11 de mayo de 2012). “El año seco”. @ [Fecha de consulta: 2 de julio de 2013].",
        "El año seco",
        "2012-05-11",
        "2013-07-02",
    ),
    (
        "Portuguese",
        "BEK, Anna. “O ano seco”. Notícias da estepe, 11 maio 2012. Disponível em: <@>. Acesso em: 2 jul. 2013.",
        "O ano seco",
        "2012-05-11",
        "2013-07-02",
    ),
    (
        "Italian",
        "A. Bek, «L’anno secco», Notizie della steppa, 11 maggio 2012, @ (ultimo accesso: 2 luglio 2013).",
        "L’anno secco",
        "2012-05-11",
        "2013-07-02",
    ),
    (
        "Italian 2",
        "A. Bek, «L’anno secco», 11 maggio 2012, @ (consultato il 2 luglio 2013).",
        "L’anno secco",
        "2012-05-11",
        "2013-07-02",
    ),
    (
        "Polish",
        "A. Bek, „Suchy rok”, Wieści stepowe, 11 maja 2012 r., @ (dostęp: 2 lipca 2013 r.).",
        "Suchy rok",
        "2012-05-11",
        "2013-07-02",
    ),
    (
        "Polish 2",
        "A. Bek, „Suchy rok”, 11.05.2012, @ [data dostępu: 02.07.2013].",
        "Suchy rok",
        "2012-05-11",
        "2013-07-02",
    ),
    (
        "Turkish",
        "Anna Bek, “Kurak Yıl”, Bozkır Haber, 11 Mayıs 2012, @ (Erişim tarihi: 2 Temmuz 2013).",
        "Kurak Yıl",
        "2012-05-11",
        "2013-07-02",
    ),
    (
        "Dutch",
        "A. Bek, ‘Het droge jaar’, Steppenieuws, 11 mei 2012, @ (geraadpleegd op 2 juli 2013).",
        "Het droge jaar",
        "2012-05-11",
        "2013-07-02",
    ),
    (
        "Czech",
        "BEK, Anna. „Suchý rok“. Stepní zprávy, 11. května 2012 [cit. 2013-07-02]. Dostupné z: @",
        "Suchý rok",
        "2012-05-11",
        "2013-07-02",
    ),
    (
        "Czech 2",
        "A. Bek, „Suchý rok“, 11. května 2012, @ (navštíveno 2. července 2013).",
        "Suchý rok",
        "2012-05-11",
        "2013-07-02",
    ),
    (
        "Swedish",
        "A. Bek, ”Det torra året”, Steppnytt, 11 maj 2012, @ (hämtad 2 juli 2013).",
        "Det torra året",
        "2012-05-11",
        "2013-07-02",
    ),
    (
        "Arabic",
        "آنا بك، «السنة الجافة»، أخبار السهوب، 11 مايو 2012، @ (تاريخ الاطلاع: 2 يوليو 2013).",
        "السنة الجافة",
        "2012-05-11",
        "2013-07-02",
    ),
    (
        "Arabic-Indic",
        "آنا بك، «السنة الجافة»، ١١ مايو ٢٠١٢، @ (تاريخ الاطلاع ٢ يوليو ٢٠١٣).",
        "السنة الجافة",
        "2012-05-11",
        "2013-07-02",
    ),
    (
        "Chinese",
        "白安娜：《干旱之年》，草原新闻，2012年5月11日，@，访问日期：2013年7月2日。",
        "干旱之年",
        "2012-05-11",
        "2013-07-02",
    ),
    (
        "Chinese 2",
        "白安娜:《干旱之年》,2012年5月11日, @ (2013年7月2日访问)。",
        "干旱之年",
        "2012-05-11",
        "2013-07-02",
    ),
    (
        "Japanese",
        "白安奈「乾いた年」草原新聞、2012年5月11日、@（2013年7月2日閲覧）。",
        "乾いた年",
        "2012-05-11",
        "2013-07-02",
    ),
    (
        "Japanese 2",
        "白安奈「乾いた年」2012年5月11日、@、最終アクセス：2013年7月2日。",
        "乾いた年",
        "2012-05-11",
        "2013-07-02",
    ),
];

#[test]
fn notes_in_many_languages() {
    let mut wrong = Vec::new();
    for (name, note, title, published, accessed) in NOTES {
        let citations = Report::new().footnote("1", &note.replace('@', URL)).cite();
        let date =
            |date: Option<crate::model::PartialDate>| date.map_or_else(String::new, |date| date.to_string());
        let told: Vec<_> = citations
            .into_iter()
            .map(|citation| {
                let title = citation.title.unwrap_or_default();
                (citation.url.unwrap_or_default(), title, date(citation.published), date(citation.accessed))
            })
            .collect();
        let right = (URL.to_owned(), (*title).to_owned(), (*published).to_owned(), (*accessed).to_owned());
        if told != [right] {
            wrong.push(format!("{name}: {told:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Second notes that point back at the first.
const BACK: &[&str] = &[
    "Ibid., p. 4.",
    "Id. at 4.",
    "Idem.",
    "Loc. cit.",
    "Bek, op. cit., p. 4.",
    "Bek, supra note 1, at 4.",
    "Bek (n 1) 4.",
    "See supra note 1.",
    "Bek, above n. 1.",
    "Там же. С. 4.",
    "Бек А. Указ. соч. С. 4.",
    "См. сноску 1.",
    "Сол жерде, 4-б.",
    "Сонда, 4 б.",
    "Sol jerde.",
    "Там само, с. 4.",
    "Бек А. Вказ. праця. С. 4.",
    "Bek, préc., p. 4.",
    "Ibid.",
    "Bek, art. cit., p. 4.",
    "A.a.O., S. 4.",
    "Ebd., S. 4.",
    "Ebda.",
    "Bek, a.a.O., S. 4.",
    "Bek (Fn. 1), S. 4.",
    "Ibídem, p. 4.",
    "Bek, ob. cit., p. 4.",
    "Bek, cit., p. 4.",
    "Ivi, p. 4.",
    "Bek, cit. supra nota 1.",
    "Tamże, s. 4.",
    "Bek, dz. cyt., s. 4.",
    "Age., s. 4.",
    "Bek, a.g.e., s. 4.",
    "Aynı yerde.",
    "Ibidem, p. 4.",
    "Tamtéž, s. 4.",
    "Ibid., s. 4.",
    "المرجع نفسه، ص 4.",
    "المصدر السابق، ص 4.",
    "同上，第4页。",
    "同前。",
    "同上、4頁。",
    "前掲注1、4頁。",
];

#[test]
fn back_references_in_many_languages() {
    let mut wrong = Vec::new();
    for note in BACK {
        let first = format!("Bek, Бек, “The Dry Year,” Steppe News, {URL}.");
        let citations = Report::new().footnote("1", &first).footnote("2", note).cite();
        if citations[1].refers_to.as_deref() != Some("1") || citations[1].title.is_some() {
            wrong.push(format!("{note}: {:?} {:?}", citations[1].refers_to, citations[1].title));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for note in [
        "See infra note 3.",
        "Идем дальше",
        "Ideas for all, 2012",
        "Ivica Bek, interview, 2013",
        "A general view",
    ] {
        let first = format!("Bek, “The Dry Year,” Steppe News, {URL}.");
        let citations = Report::new().footnote("1", &first).footnote("2", note).cite();
        assert_eq!(citations[1].refers_to, None, "{note}");
    }
}
