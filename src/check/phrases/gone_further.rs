//! That there is nothing, beyond what `gone` has: the Baltic, the Balkans, the Caucasus, Central, South and
//! South-East Asia, Africa, the smaller languages of Europe; further wordings in the larger languages; and
//! what catalogues, searches, shares and programs say. No phrase stands in both.

use super::Class;
use super::table::Table;

pub(super) static TABLES: &[Table] = &[
    Table { class: Class::Thing, phrases: THINGS },
    Table { class: Class::Gone, phrases: GONE },
    Table { class: Class::NotFound, phrases: NOT_FOUND },
    Table { class: Class::Courtesy, phrases: COURTESY },
];

static THINGS: &str = "
    # Lithuanian, Latvian, Estonian
    puslap*, straipsn*, nuorod*, lapa, lapu, lapas, raksts, rakstu, leht, lehte, lehekülg*, artiklit
    # Slovak, Slovene, Croatian, Bosnian, Macedonian, Albanian
    stránka, stránku, článok, článku, stran, strani, članek, članka, stranicu, članak, objava, страница,
    страницата, статија*, faqja, faqe, artikulli
    # Catalan, Galician, Basque, Irish, Welsh, Icelandic
    pàgina, article, contingut, páxina, artigo, orria, artikulua, leathanach, tudalen, síða*, síðan, grein
    # Georgian, Armenian, Azerbaijani, Turkmen, Tatar, Tajik, Mongolian
    გვერდი, სტატია, მასალა, მისამართი, დოკუმენტი, էջը, էջ, հոդվածը, նյութը, փաստաթուղթը, məqalə*, sahypa*,
    makala*, бит, битне, саҳифа*, мақола*, хуудас*, мэдээ
    # Hindi, Bengali, Urdu, Tamil, Nepali, Malay, Tagalog, Swahili, Afrikaans, Amharic
    पन्ना, सामग्री, पृष्ठा, পাতা*, পৃষ্ঠা*, সংবাদ, নিবন্ধ, صفحہ, مضمون, பக்கம், கட்டுரை, laman, kandungan,
    pahina, artikulo, ukurasa, makala, bladsy, ገጽ
    # Catalogues, shares, programs
    identifier*, handle, vacancy, identificador*, идентификатор*, вакансия
    # More
    siden, sider, saken, nyheden, strony, jutun, juttu, sayfayı, trang này, laman ini, konten
";

static GONE: &str = "
    # Lithuanian, Latvian, Estonian
    nerast*, neegzistuoja, pašalint*, ištrint*, nav atrast*, netika atrast*, neeksistē, dzēst*, ei leitud,
    ei leia, ei eksisteeri, ei ole olemas, kustutatud, eemaldatud
    # Slovak, Slovene, Croatian, Bosnian, Macedonian, Albanian
    nenašl*, sa nenašl*, nebola nájden*, nebol nájden*, vymazan*, ni bilo mogoče najti, ni najden*, ne obstaja,
    odstranjen*, nije nađen*, uklonjen*, izbrisan*, obrisan*, не е пронајден*, не постои, избришан*,
    nuk u gjet*, nuk ekziston, është fshirë
    # Bulgarian, Serbian
    не беше намерен*, няма, нямаме, липсва, не може да бъде намерен*, уклоњен*, обрисан*, избрисан*,
    није нађен*, не можемо да пронађемо
    # Catalan, Galician, Basque, Irish, Welsh, Icelandic
    no s ha trobat, no existeix, ja no existeix, no s ha pogut trobar, eliminat, non se atopou, non existe,
    ez da aurkitu, ez da existitzen, níor aimsíodh, heb ei chanfod, ni chafwyd, fannst ekki, er ekki til
    # Georgian, Armenian, Azerbaijani, Turkmen, Tatar, Tajik, Mongolian, Uzbek, Kyrgyz
    ვერ მოიძებნა, არ მოიძებნა, არ არსებობს, წაშლილია, წაიშალა, აღარ არის, չի գտնվել, չգտնվեց, գոյություն չունի,
    ջնջվել է, հեռացվել է, հասանելի չէ, tapılmayıb, mövcud olmayan, silinib, tapylmady, юк, ёфт нашуд,
    мавҷуд нест, олдсонгүй, байхгүй, устгагдсан, o chirib tashlangan, табылбады, өчүрүлгөн, жок
    # Hindi, Bengali, Urdu, Tamil, Nepali, Malay, Tagalog, Swahili, Afrikaans, Amharic
    उपलब्ध नहीं, नहीं मिल*, नहीं है, हटा दिया, हटाया गया, फेला परेन, পাওয়া যায়নি, পাওয়া যাচ্ছে না, মুছে ফেলা, সরিয়ে ফেলা,
    نہیں ملا, نہیں ملی, موجود نہیں, دستیاب نہیں, ہٹا دیا, கிடைக்கவில்லை, காணப்படவில்லை, நீக்கப்பட்ட, tidak dijumpai,
    tidak wujud, telah dipadam, hindi makita, hindi nahanap, haipatikani, haikupatikana, haipo, nie gevind nie,
    አልተገኘም
    # Indonesian, Vietnamese, Thai
    tidak ada, telah dihapus, sudah dihapus, tidak dapat ditemukan, sudah tidak tersedia, bị gỡ, đã bị xóa,
    không còn, bị gỡ bỏ, không có, ไม่มี, หาไม่พบ
    # Scandinavian, Finnish, Hungarian, Greek, Romanian
    ikke finde, ikke finne, ikke finnes, er slettet, er fjernet, ei ole, ei ole olemassa, on poistettu,
    ei enää ole, ei ole saatavilla, nem elérhető, nem találjuk, töröltük, megszűnt, έχει αφαιρεθεί,
    δεν είναι διαθέσιμ*, δεν μπορέσαμε να βρούμε, αφαιρέθηκε, a fost șters*, a fost mutat*, nu mai este
    # Polish, Czech, Dutch, Italian, Portuguese, Spanish, French, German
    nie mamy, zniknął, zniknęła, zniknęło, nie odnaleziono, nie udało się znaleźć, nenalezli, nemáme,
    zmizela, zmizel, smazán*, nevede, niet vinden, is verdwenen, non c è più, non c è, non si trova,
    non abbiamo, non è più disponibile, saiu do ar, não achamos, não há, sumiu, fora do ar, no hallamos,
    no hay, ya no figura, n est plus accessible, n est plus là, a été dépublié*, n est plus en ligne,
    steht nicht mehr zur verfügung, wurde offline genommen, ist nicht mehr da
    # Turkish, Arabic, Persian, Hebrew
    yayından kaldırıl*, yayında değil*, artık mevcut değil, لم تعد متاحة, لم تعد موجودة, تمت ازالته, غير متوفره,
    حذف گردیده, موجود نمی باشد, یافت نمی شود, لا وجود, אינו נמצא, לא נמצאו, נמחק*
    # Chinese, Japanese, Korean
    走丢了, 迷路了, 飞走了, 去火星了, 被吃掉了, 已经不存在, 已经删除, 已被移走, 已被下架, 查無, 查无此, 已撤稿,
    掲載は終了, 削除しました, お探しのものは, 消えました, 掲載を終え, 없습니다, 사라졌, 삭제되었, 이동되었
    # Catalogues, shares, programs
    does not correspond to, or never existed, been disabled, deactivated or deleted, not in our catalogue,
    no longer shared, no longer listed
";

static NOT_FOUND: &str = "
    # Searches and catalogues
    no records found, no record found, 0 results, returned 0 results, no results, no results were found,
    no matches, no matching records, no items found, 0 records, no hits, no such item, invalid identifier,
    no input file specified, записей не найдено, по вашему запросу ничего, ничего не нашлось, 0 результатов,
    keine treffer, keine ergebnisse, 0 treffer, 0 résultat, 0 résultats, 0 resultados, no hay resultados,
    nenhum resultado, nessun risultato, 0 risultati, brak wyników, nie znaleziono wyników, geen resultaten,
    inga träffar, ingen resultater, ei tuloksia, žádné výsledky, nincs találat, sonuç bulunamadı, لا توجد نتائج,
    没有搜索结果, 暂无数据, 検索結果はありません, 0件, 검색 결과가 없습니다
    # Owners
    deleted this site, deleted this blog, have deleted this, blog has been removed, site has been removed,
    file not available, link is dead, message not found, event not found, user not found, post not found
    # Links and pages that work no more, in Russian and Ukrainian: of services it is news
    страница больше не работает, ссылка больше не работает, эта ссылка больше не, адрес больше не работает,
    сторінка більше не працює, посилання більше не працює, це посилання більше не
    # In many languages
    puslapis nerastas, lapa nav atrasta, lehte ei leitud, lehekülge ei leitud, stránka sa nenašla,
    strani ni mogoče najti, stranica ne postoji, страницата не постои, faqja nuk u gjet, pàgina no trobada,
    la pàgina no existeix, páxina non atopada, orria ez da aurkitu, síða fannst ekki, გვერდი ვერ მოიძებნა,
    գտնված չէ, էջը չի գտնվել, səhifə tapılmadı, барак табылган жок, саҳифа ёфт нашуд, хуудас олдсонгүй,
    पृष्ठ नहीं मिला, পাতাটি পাওয়া যায়নি, صفحہ نہیں ملا, பக்கம் கிடைக்கவில்லை, laman tidak dijumpai,
    bladsy nie gevind nie, ukurasa haupatikani, თქვენ მიერ მოთხოვნილი გვერდი, ไม่พบหน้าที่คุณ,
    không tìm thấy trang, tudy cesta nevede, tu nic není
";

static COURTESY: &str = "
    atsiprašome, deja, atvainojiet, diemžēl, vabandust, kahjuks, prepáčte, žiaľ, žal, oprostite, nažalost,
    на жалость, опа, ბოდიში, სამწუხაროდ, ներեցեք, ցավոք, təəssüf, üzr, кечиресиз, уучлаарай, क्षमा करें,
    माफ़ करें, খেদ, দুঃখিত, معذرت, மன்னிக்கவும், harap maaf, paumanhin, samahani, jammer, hups, oho, hele,
    hopla, ajaj, you followed, tražena, тражена, жүктелген, հայցվող, axtardığınız, siz izləyən, που ζητήσατε,
    căutată, căutat, etsimäsi, etsimääsi, requested resource, que intentó, que tentou abrir, que cerchi,
    che cercavi, qidirgan, que buscabas, ขออภัย, คุณต้องการ, bạn yêu cầu
";
