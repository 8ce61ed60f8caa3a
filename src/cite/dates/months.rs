//! The names of the months, as citations in many languages spell and shorten them.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::cite::lexicon::Lexicon;

/// January to December, each with its spellings in lower case and without full stop.
const NAMES: [&str; 12] = [
    "january jan январь января янв қаңтар қаң січень січня січ janvier janv januar jänner jän enero
     qańtar қаңтарда qantar qañtar qaŋtar يناير ene janeiro gennaio genn gen januari stycznia styczeń leden
     ledna ocak ιανουάριος ιανουαρίου ιαν tammikuu tammikuuta tammikuun ianuarie ian január januára
     januara januarja gener jaanuar janvāris sausio јануар јануара януари جانفي ינואר
     siječnja siječanj
     janúar janvārī студзеня ژانویه yanvar xaneiro հունվարի იანვარი იანვარს јануари janar",
    "february feb febr февраль февраля фев февр ақпан ақп лютий лютого лют février fevrier févr fév
     februar feber febrero aqpan ақпанда فبراير شباط fevereiro fev febbraio febb februari lutego luty únor
     února şubat φεβρουάριος φεβρουαρίου φεβ helmikuu helmikuuta helmikuun februarie február
     februára februara februarja febrer veebruar februāris vasario фебруар фебруара февруари فيفري
     פברואר
     veljače veljača
     febrúar februārī лютага فوریه fevral febreiro փետրվարի თებერვალი shkurt",
    "march mar март марта мар наурыз нау березень березня бер mars märz maerz mrz marzo naýryz наурызда
     nauryz naurız مارس آذار março marco maart mrt marca marzec březen března mart μάρτιος μαρτίου
     μαρ maaliskuu maaliskuuta maaliskuun martie március márc marts marec març märts kovo maret מרץ
     מרס
     ožujka ožujak
     martā сакавіка مارچ մարտի მარტი märtsil",
    "april apr апрель апреля апр сәуір сәу квітень квітня квіт avril avr abril sáýir сәуірде säuir sauir
     أبريل ابريل إبريل نيسان abr aprile kwietnia kwiecień duben dubna nisan απρίλιος απριλίου απρ
     huhtikuu huhtikuuta huhtikuun aprilie április ápr apríl apríla aprila aprill април أفريل אפריל
     travnja travanj
     aprīlis aprīlī balandžio красавіка آوریل aprel ապրիլի აპრილი prill",
    "may май мая мамыр мам травень травня трав mai mayo mamyr мамырда mamır مايو أيار maio maggio magg mag
     mei maj maja květen května mayıs μάιος μαΐου μαίου toukokuu toukokuuta toukokuun május máj mája
     мај маја ماي מאי
     svibnja svibanj
     maijs maijā gegužės maí مه می maig մայիսի მაისი",
    "june jun июнь июня июн маусым мау червень червня черв juin juni junio maýsym маусымда mausym mausım
     يونيو حزيران junho giugno giu czerwca czerwiec červen června haziran ιούνιος ιουνίου ιουν
     kesäkuu kesäkuuta kesäkuun iunie iun június jún júna juna junij junija juny juuni јун јуна юни
     جوان יוני
     lipnja lipanj
     jūnijs jūnijā birželio júní чэрвеня ژوئن iyun xuño հունիսի ივნისი qershor",
    "july jul июль июля июл шілде шіл липень липня лип juillet juil juli julio shilde шілдеде şilde يوليو
     تموز julho luglio lug lipca lipiec červenec července temmuz ιούλιος ιουλίου ιουλ heinäkuu
     heinäkuuta heinäkuun iulie iul július júl júla jula julij julija juliol juuli јул јула юли
     يوليوز جويلية יולי
     srpnja srpanj
     jūlijs jūlijā liepos júlí ліпеня ژوئیه iyul xullo հուլիսի ივლისი korrik",
    "august aug август августа авг тамыз там серпень серпня серп août aout agosto tamyz тамызда tamız أغسطس
     اغسطس آب ago agto augustus sierpnia sierpień srpen srpna augusti ağustos αύγουστος αυγούστου
     αυγ elokuu elokuuta elokuun augusztus augusta avgust avgusta غشت أوت אוגוסט
     kolovoza kolovoz
     augusts augustā rugpjūčio ágúst жніўня اوت agustus avqust agost օգոստոսի აგვისტო gusht",
    "september sept sep сентябрь сентября сент сен қыркүйек қыр вересень вересня вер septembre
     septiembre qyrkúıek қыркүйекте qyrkúiek qyrküiek qırküyek سبتمبر أيلول setiembre setembro settembre sett
     set września wrzesień září eylül σεπτέμβριος σεπτεμβρίου σεπ syyskuu syyskuuta syyskuun
     septembrie szeptember szept septembra септембар септембра септември شتنبر ספטמבר
     rujna rujan
     septembris septembrī rugsėjo верасня سپتامبر sentyabr sentabr սեպտեմբերի სექტემბერი shtator setembre",
    "october oct октябрь октября окт қазан қаз жовтень жовтня жовт octobre oktober okt octubre qazan қазанда
     أكتوبر اكتوبر outubro out ottobre ott października październik říjen října ekim οκτώβριος
     οκτωβρίου οκτ lokakuu lokakuuta lokakuun octombrie október októbra oktobra oktoober октобар
     октобра октомври אוקטובר
     oktobris oktobrī spalio кастрычніка اکتبر oktyabr oktabr հոկտեմբերի ოქტომბერი tetor",
    "november nov ноябрь ноября нояб ноя қараша қар листопад листопада лист novembre noviembre
     qarasha қарашада qaraşa نوفمبر novembro listopada listopadu kasım νοέμβριος νοεμβρίου νοε marraskuu
     marraskuuta marraskuun noiembrie novembra новембар новембра ноември نونبر נובמבר
     studenoga studenog studeni
     novembris novembrī lapkričio nóvember лістапада نوامبر noyabr նոյեմբերի ნოემბერი nëntor",
    "december dec декабрь декабря дек желтоқсан жел грудень грудня груд décembre decembre déc
     dezember dez diciembre jeltoqsan желтоқсанда ديسمبر dic dezembro dicembre grudnia grudzień prosinec
     prosince aralık δεκέμβριος δεκεμβρίου δεκ joulukuu joulukuuta joulukuun decembrie decembra
     desember des detsember desembre децембар децембра декември دجنبر דצמבר
     prosinca
     decembris decembrī gruodžio снежня دسامبر dekabr decembro դեկտեմբերի დეკემბერი dhjetor",
];

/// Spellings that are everyday words too: they name a month only with a day beside them.
static EVERYDAY: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::words(
        "set out mar gen dic ago lug mag там лист вер бер лип трав жел мам қар қаз қыр нау mart may march
         mars mai des iun iul ian marts maret juna jula μαρ مه می apr jun jul ماي أوت kovo",
    )
});

static MONTHS: LazyLock<HashMap<&str, i8>> = LazyLock::new(|| {
    let numbered = (1..).zip(NAMES);
    numbered.flat_map(|(month, names)| names.split_whitespace().map(move |name| (name, month))).collect()
});

/// The months of the Levant that are two words: the first, the second as it begins, the month.
const TWO_WORDS: [(&str, &str, i8); 4] =
    [("كانون", "الث", 1), ("تشرين", "الأ", 10), ("تشرين", "الث", 11), ("كانون", "الأ", 12)];

/// The month that two Arabic words name: `تشرين الأول`, with or without its hamza.
pub(super) fn month_of_two(first: &str, second: &str) -> Option<i8> {
    let second = second.replace("الا", "الأ");
    let named = TWO_WORDS.iter().find(|(word, start, _)| *word == first && second.starts_with(start));
    named.map(|(_, _, month)| *month)
}

/// The month (1–12) that a word in lower case names; in Hebrew `in` may be glued to it.
pub(super) fn month(word: &str) -> Option<i8> {
    let named = |word: &str| MONTHS.get(word).copied();
    named(word).or_else(|| word.strip_prefix('ב').and_then(named))
}

/// Whether the word needs a day or a capital beside it to be believed a month.
pub(super) fn is_everyday(word: &str) -> bool {
    EVERYDAY.has(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_nine_languages() {
        let names = [
            ("sept", 9),
            ("июня", 6),
            ("желтоқсан", 12),
            ("листопада", 11),
            ("février", 2),
            ("märz", 3),
            ("diciembre", 12),
            ("março", 3),
            ("luglio", 7),
        ];
        for (name, number) in names {
            assert_eq!(month(name), Some(number), "{name}");
        }
        assert_eq!(month("monday"), None);
        for (name, number) in [
            ("huhtikuuta", 4),
            ("οκτωβρίου", 10),
            ("iunie", 6),
            ("október", 10),
            ("desember", 12),
            ("marts", 3),
        ] {
            assert_eq!(month(name), Some(number), "{name}");
        }
        assert_eq!(month("באוקטובר"), Some(10));
        assert_eq!(month_of_two("كانون", "الثاني"), Some(1));
        assert_eq!(month_of_two("تشرين", "الاول"), Some(10));
        assert_eq!(month_of_two("كانون", "قديم"), None);
    }

    #[test]
    fn no_spelling_stands_for_two_months() {
        let all: Vec<&str> = NAMES.iter().flat_map(|names| names.split_whitespace()).collect();
        let distinct: std::collections::HashSet<&str> = all.iter().copied().collect();
        assert_eq!(all.len(), distinct.len());
    }

    #[test]
    fn every_everyday_word_is_a_month() {
        assert!(EVERYDAY.entries().all(|word| month(word).is_some()));
    }
}
