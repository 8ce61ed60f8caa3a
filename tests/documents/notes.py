"""The one set of notes that every document of this folder is typeset from.

A note is a list of parts: plain text, I(…) set in italics, U(…) an address. `accessed` is the date
that a note gives for its last address. All names, titles and hosts are invented.
"""


class U(str):
    """An address."""


class I(str):
    """Text in italics."""


def note(*parts, accessed=None):
    return {"parts": parts, "accessed": accessed}


ENGLISH = [
    note("Anna Brandt, “Who Counts the Wells? Water Metering in the Upper Valley,” ", I("Valley Review"),
         ", 14 March 2013, ", U("http://www.valleyreview.example/archive/2013/03/14/who-counts-the-wells.html"),
         ", accessed 2 July 2013.", accessed="2013-07-02"),
    note(U("https://data.wells.example/tables/annual_report_2012/annex-B_(2)_final.pdf"), "."),
    note("Ministry of Water, “Register of Permits,” ",
         U("http://permits.water.example/search.aspx?region=12&year=2011&status=revoked&page=3"),
         " (last visited 5 January 2014).", accessed="2014-01-05"),
    note("Ibid."),
    note("Interview with a former inspector, Karsk, 9 October 2012."),
    note("T. Okafor and L. Maddox, ", I("Metering and Its Discontents"), " (Harbour Press, 2009), 114–118."),
    note("“Dam Safety after the Flood,” ", I("Northern Courier"), ", June 2, 2012, ",
         U("http://northerncourier.example/news/2012/jun/02/dam-safety-after-the-flood-of-the-century-part-two"),
         "; see also the reply by the operator, ",
         U("http://www.upperdam.example/en/press/releases/statement_on_safety.php?id=20120611"),
         ", accessed January 31, 2013.", accessed="2013-01-31"),
    note("Maddox, “A Note on Sources,” doi archive, ", U("https://hydroscience.example/doi/10.99999/hs.2011.0142/full"), "."),
    note("Hydrological Survey, Series C, No. 44 (2010), p. 12, available at ",
         U("http://survey.example/~series/c/44/"), "."),
    note("Brandt, “Who Counts the Wells?”"),
    note("Letter of the Provincial Governor to the Assembly, reprinted in ", I("Assembly Papers"), " 7 (2011): 33–41, ",
         U("http://assembly.example/papers/vol7/issue1/letter-of-the-provincial-governor.pdf#page=9"), "."),
    note("“The Price of a Cubic Metre,” ", I("Ledger"), ", 2012-12-01, ",
         U("http://ledger.example/2012/12/01/the-price-of-a-cubic-metre/?utm=front&ref=mail_2012"),
         ". Retrieved 11 February 2013.", accessed="2013-02-11"),
    note("The complaint was filed twice and rejected twice, the second time without a hearing; the file number was "
         "never published, and the clerk of the court said in writing that no such file exists. The Assembly's own "
         "commission found otherwise. It held four sessions, heard eleven witnesses and printed its report in an "
         "edition of fifty copies, none of which reached the provincial library. The summary that was put online is "
         "shorter than the report by a half, and lacks the annexes. Commission of Inquiry, ",
         I("Summary of Findings"), ", ", U("http://inquiry.example/summary/findings-of-the-commission_en.html"),
         ". What the annexes said can be gathered from the minutes: three of the witnesses had been paid, two by the "
         "operator of the dam and one by a contractor; the map that was shown to the commission was ten years old; "
         "and the gauge at the lower bridge had not worked since the spring. The minutes are kept by the clerk and "
         "may be read on Tuesdays."),
    note("Supra note 7."),
    note("Gauge data for 2008–2012 at ", U("https://gauges.example/api/v1/series/lower-bridge.csv?from=2008-01-01&to=2012-12-31"), "."),
    note("See ", U("http://www.riverwatch.example/blog/2011/09/the-gauge-that-never-worked"), "."),
    note("Karsk Observer, “No Water, No Vote,” at ", U("http://observer.example/a/2013,42073.html"), "."),
    note("Ibid., 3."),
]

GERMAN = [
    note("Jana Feld, „Wer zählt die Brunnen?“, in: ", I("Talzeitung"), " vom 3. Mai 2013, ",
         U("http://www.talzeitung.example/archiv/2013/05/03/wer-zaehlt-die-brunnen-teil-zwei.html"),
         " (abgerufen am 12. Juni 2013).", accessed="2013-06-12"),
    note("Vgl. ", I("Wasserrechte im Oberland"), ", S. 44–47."),
    note("Landesamt für Wasserwirtschaft, Jahresbericht 2011, ",
         U("http://wasseramt.example/berichte/jahresbericht_2011/kapitel-4.pdf"), "."),
    note("Ebd., S. 12."),
    note("Statistik der Entnahmen, ", U("https://zahlen.example/entnahmen?jahr=2011&bezirk=07&format=tabelle"),
         ", zuletzt abgerufen am 01.02.2014.", accessed="2014-02-01"),
    note("Interview mit der Verfasserin, 9. Oktober 2012."),
]

FRENCH = [
    note("Claire Vasseur, « Qui compte les puits ? », ", I("La Vallée"), ", 4 avril 2013, ",
         U("http://www.lavallee.example/archives/2013/04/04/qui-compte-les-puits-deuxieme-partie.html"),
         " (consulté le 15 mai 2013).", accessed="2013-05-15"),
    note(I("Ibid."), ", p. 14."),
    note("Agence de l’eau, ", I("Rapport annuel 2011"), ", p. 33, ",
         U("http://agence-eau.example/publications/rapport_annuel_2011/annexe-b.pdf"), "."),
    note("Voir les données publiées sur ", U("https://donnees.example/prelevements?annee=2011&departement=07"), "."),
    note("Entretien avec un ancien inspecteur, Karsk, octobre 2012."),
]

RUSSIAN = [
    note("Анна Лесная, «Кто считает колодцы?», ", I("Вестник долины"), ", 14 марта 2013 г., ",
         U("http://vestnik-doliny.example/arhiv/2013/03/14/kto-schitaet-kolodcy-chast-vtoraya.html"),
         " (дата обращения: 02.07.2013).", accessed="2013-07-02"),
    note("Там же."),
    note("Министерство водного хозяйства, «Реестр разрешений», ",
         U("http://reestr.vodhoz.example/search.php?oblast=12&god=2011&status=otozvano"), "."),
    note("Интервью с бывшим инспектором, Карск, 9 октября 2012 г."),
    note("См. ", U("http://www.reka.example/blog/2011/09/datchik_kotoryj_ne_rabotal"), "."),
]

NOTES = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "ru": RUSSIAN}

SENTENCES = {
    "en": [
        "The ministry said on Monday that nobody had been asked, and that the wells were counted twice.",
        "In the upper valley the meters were read once a year, by the people who were to pay.",
        "Three of the seven gauges had stood still since the spring of 2009.",
        "The operator of the dam denied this in a letter to the assembly.",
        "Nobody could say who had drawn the map, or when.",
        "What was promised in 2011 had been promised before, in the same words.",
        "A second register, begun by the district, was given up after four months.",
        "The price of a cubic metre rose from 12 to 19 in two years.",
    ],
    "de": [
        "Das Ministerium erklärte am Montag, niemand sei gefragt worden.",
        "Im oberen Tal wurden die Zähler einmal im Jahr abgelesen.",
        "Drei der sieben Pegel standen seit dem Frühjahr 2009 still.",
        "Der Betreiber der Talsperre bestritt dies in einem Schreiben an den Landtag.",
        "Niemand konnte sagen, wer die Karte gezeichnet hatte.",
    ],
    "fr": [
        "Le ministère a déclaré lundi que personne n’avait été consulté.",
        "Dans la haute vallée, les compteurs étaient relevés une fois par an.",
        "Trois des sept jauges étaient arrêtées depuis le printemps 2009.",
        "L’exploitant du barrage l’a contesté dans une lettre à l’assemblée.",
        "Personne ne savait qui avait dessiné la carte.",
    ],
    "ru": [
        "Министерство заявило в понедельник, что никого не спрашивали.",
        "В верхней долине счётчики проверяли один раз в год.",
        "Три из семи датчиков стояли с весны 2009 года.",
        "Оператор плотины отрицал это в письме собранию.",
        "Никто не мог сказать, кто нарисовал карту.",
    ],
}


def paragraphs(language, each=3):
    """Body text as paragraphs of (sentence, note or None)."""
    notes, sentences = NOTES[language], SENTENCES[language]
    text, at = [], 0
    for start in range(0, len(notes), each):
        paragraph = []
        for one in notes[start:start + each]:
            for step in range(2):
                paragraph.append((sentences[at % len(sentences)], one if step == 1 else None))
                at += 1
        text.append(paragraph)
    return text
