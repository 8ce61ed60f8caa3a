//! That there is nothing: the Baltic, the Balkans, the Caucasus, Central, South and South-East Asia,
//! Africa, the smaller languages of Europe; and what catalogues, shares and programs say.

use super::Class;
use super::table::Table;

pub(super) static TABLES: &[Table] = &[
    Table { class: Class::Thing, phrases: THINGS },
    Table { class: Class::Gone, phrases: GONE },
    Table { class: Class::NotFound, phrases: NOT_FOUND },
    Table { class: Class::Courtesy, phrases: COURTESY },
    Table { class: Class::NoArticle, phrases: NO_ARTICLE },
    Table { class: Class::Closed, phrases: CLOSED },
];

static THINGS: &str = "
    # Lithuanian, Latvian, Estonian
    puslap*, straipsn*, dokument*, adres*, nuorod*, lapa, lapu, lapas, raksts, rakstu, leht, lehte, lehekülg*,
    artikkel*, artiklit
    # Slovak, Slovene, Croatian, Bosnian, Macedonian, Albanian
    stránka, stránku, článok, článku, stran, strani, članek, članka, stranica, stranicu, članak, objava,
    страница, страницата, статија*, faqja, faqe, artikulli
    # Catalan, Galician, Basque, Irish, Welsh, Icelandic
    pàgina, article, contingut, páxina, artigo, orria, artikulua, leathanach, tudalen, síða*, síðan, grein
    # Georgian, Armenian, Azerbaijani, Turkmen, Tatar, Tajik, Mongolian
    გვერდი, სტატია, მასალა, მისამართი, დოკუმენტი, էջը, էջ, հոդվածը, նյութը, փաստաթուղթը, məqalə*, material*,
    sahypa*, makala*, бит, битне, саҳифа*, мақола*, хуудас*, мэдээ
    # Hindi, Bengali, Urdu, Tamil, Nepali, Malay, Tagalog, Swahili, Afrikaans, Amharic
    पृष्ठ, पन्ना, सामग्री, पृष्ठा, পাতা*, পৃষ্ঠা*, সংবাদ, নিবন্ধ, صفحہ, مضمون, பக்கம், கட்டுரை, laman, artikel,
    kandungan, pahina, artikulo, ukurasa, makala, bladsy, ገጽ
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
    nenašl*, sa nenašl*, nebola nájden*, nebol nájden*, odstránen*, vymazan*, ni bilo mogoče najti, ni najden*,
    ne obstaja, odstranjen*, nije pronađen*, nije nađen*, ne postoji, uklonjen*, izbrisan*, obrisan*,
    не е пронајден*, не постои, избришан*, nuk u gjet*, nuk ekziston, është fshirë
    # Bulgarian, Serbian
    не беше намерен*, няма, нямаме, липсва, не може да бъде намерен*, уклоњен*, обрисан*, избрисан*,
    није нађен*, не можемо да пронађемо
    # Catalan, Galician, Basque, Irish, Welsh, Icelandic
    no s ha trobat, no existeix, ja no existeix, no s ha pogut trobar, eliminat, non se atopou, non existe,
    ez da aurkitu, ez da existitzen, níor aimsíodh, heb ei chanfod, ni chafwyd, fannst ekki, er ekki til
    # Georgian, Armenian, Azerbaijani, Turkmen, Tatar, Tajik, Mongolian, Uzbek, Kyrgyz
    ვერ მოიძებნა, არ მოიძებნა, არ არსებობს, წაშლილია, წაიშალა, აღარ არის, չի գտնվել, չգտնվեց, գոյություն չունի,
    ջնջվել է, հեռացվել է, հասանելի չէ, tapılmayıb, mövcud deyil, mövcud olmayan, silinib, tapylmady, ýok,
    табылмады, юк, ёфт нашуд, мавҷуд нест, олдсонгүй, байхгүй, устгагдсан, o chirib tashlangan, o chirilgan,
    табылбады, табылган жок, өчүрүлгөн, жок
    # Hindi, Bengali, Urdu, Tamil, Nepali, Malay, Tagalog, Swahili, Afrikaans, Amharic
    उपलब्ध नहीं, नहीं मिल*, नहीं है, हटा दिया, हटाया गया, फेला परेन, পাওয়া যায়নি, পাওয়া যাচ্ছে না, মুছে ফেলা, সরিয়ে ফেলা,
    نہیں ملا, نہیں ملی, موجود نہیں, دستیاب نہیں, ہٹا دیا, கிடைக்கவில்லை, காணப்படவில்லை, நீக்கப்பட்ட, tidak dijumpai,
    tidak wujud, telah dipadam, hindi makita, hindi nahanap, haipatikani, haikupatikana, haipo, nie gevind nie,
    አልተገኘም
    # Indonesian, Vietnamese, Thai
    tidak ada, telah dihapus, sudah dihapus, tidak dapat ditemukan, sudah tidak tersedia, bị gỡ, đã bị xóa,
    đã bị xoá, không còn, bị gỡ bỏ, không có, ถูกลบ, ไม่มี, หาไม่พบ, ไม่พบ
    # Scandinavian, Finnish, Hungarian, Greek, Romanian
    ikke finde, ikke finne, ikke finnes, er slettet, er fjernet, ei ole, ei ole olemassa, on poistettu,
    ei enää ole, ei ole saatavilla, nem elérhető, nem találjuk, nem található, töröltük, megszűnt,
    έχει αφαιρεθεί, δεν είναι διαθέσιμ*, δεν μπορέσαμε να βρούμε, αφαιρέθηκε, a fost șters*, a fost mutat*,
    nu a fost gasit*, nu mai este
    # Polish, Czech, Dutch, Italian, Portuguese, Spanish, French, German
    nie mamy, zniknął, zniknęła, zniknęło, nie odnaleziono, nie udało się znaleźć, nenalezli, nemáme,
    zmizela, zmizel, smazán*, nevede, niet vinden, is verdwenen, non c è più, non c è, non si trova,
    non abbiamo, non è più disponibile, saiu do ar, não achamos, não há, sumiu, fora do ar, no hallamos,
    no hay, ya no figura, n est plus accessible, n est plus là, a été dépublié*, n est plus en ligne,
    steht nicht mehr zur verfügung, wurde offline genommen, ist nicht mehr da
    # Turkish, Arabic, Persian, Hebrew
    yayından kaldırıl*, yayında değil*, artık mevcut değil, لم تعد متاحة, لم تعد موجودة, تمت ازالته, غير متوفره,
    حذف گردیده, موجود نمی باشد, یافت نمی شود, لا وجود, אינו נמצא, לא נמצאו, הוסרה, נמחק*
    # Chinese, Japanese, Korean
    走丢了, 迷路了, 飞走了, 去火星了, 被吃掉了, 已经不存在, 已经删除, 已被移走, 已被下架, 已下架, 查無, 查无此, 已撤稿, 掲載は終了, 削除しました, お探しのものは, 消えました,
    掲載を終え, 없습니다, 사라졌, 삭제되었, 이동되었
    # Catalogues, shares, programs
    does not correspond to, or never existed, been disabled, deactivated or deleted, not in our catalogue,
    no longer shared, no longer listed
";

static NOT_FOUND: &str = "
    # Searches and catalogues
    no records found, no record found, 0 results, returned 0 results, no results, no results were found, no matches,
    no matching records, no items found, 0 records, no hits, no such item, invalid identifier,
    no input file specified, записей не найдено, по вашему запросу ничего, ничего не нашлось, 0 результатов,
    keine treffer, keine ergebnisse, 0 treffer, aucun résultat, 0 résultat, 0 résultats, sin resultados,
    0 resultados, no hay resultados, nenhum resultado, nessun risultato, 0 risultati, brak wyników,
    nie znaleziono wyników, geen resultaten, inga träffar, ingen resultater, ei tuloksia, žádné výsledky,
    nincs találat, sonuç bulunamadı, لا توجد نتائج, 没有搜索结果, 暂无数据, 検索結果はありません, 0件, 검색 결과가 없습니다,
    # Owners
    deleted this site, deleted this blog, have deleted this, blog has been removed, site has been removed,
    file not available, link is dead, message not found, event not found, user not found, post not found
    # In many languages
    puslapis nerastas, lapa nav atrasta, lehte ei leitud, lehekülge ei leitud, stránka sa nenašla,
    strani ni mogoče najti, stranica ne postoji, страницата не постои, faqja nuk u gjet,
    pàgina no trobada, la pàgina no existeix, páxina non atopada, orria ez da aurkitu, síða fannst ekki,
    გვერდი ვერ მოიძებნა, գտնված չէ, էջը չի գտնվել, səhifə tapılmadı, барак табылган жок, саҳифа ёфт нашуд,
    хуудас олдсонгүй, पृष्ठ नहीं मिला, পাতাটি পাওয়া যায়নি, صفحہ نہیں ملا, பக்கம் கிடைக்கவில்லை, laman tidak dijumpai,
    halaman tidak ditemukan, bladsy nie gevind nie, ukurasa haupatikani, თქვენ მიერ მოთხოვნილი გვერდი,
    ไม่พบหน้าที่คุณ, không tìm thấy trang, página não encontrada, tudy cesta nevede, tu nic není
";

static COURTESY: &str = "
    atsiprašome, deja, atvainojiet, diemžēl, vabandust, kahjuks, prepáčte, žiaľ, žal, oprostite, nažalost,
    на жалость, опа, ბოდიში, სამწუხაროდ, ներեցեք, ցավոք, təəssüf, üzr, кечиресиз, уучлаарай, क्षमा करें, माफ़ करें, খেদ,
    দুঃখিত, معذرت, மன்னிக்கவும், harap maaf, paumanhin, samahani, jammer, hups, oho, hele, hopla, ups, ajaj,
    you were looking for, you followed, tražena, тражена, жүктелген, հայցվող, axtardığınız, siz izləyən,
    που ζητήσατε, căutată, căutat, keresett, etsimäsi, etsimääsi, requested resource, die je zoekt,
    que intentó, que tentou abrir, que cerchi, che cercavi, qidirgan, que buscabas, ขออภัย, คุณต้องการ, bạn yêu cầu
";

/// What a wiki says under the title of a page that nobody has written.
static NO_ARTICLE: &str = "
    there is currently no text in this page, does not have an article with this exact name,
    no article with this exact name, no page with this exact title, does not have a page with this name,
    this page does not exist yet, this topic does not exist yet, you ve followed a link to a topic,
    нет статьи с таким названием, нет страницы с таким названием, статьи с таким названием нет,
    статья с таким названием отсутствует, на этой странице нет текста, в настоящий момент текст на данной странице отсутствует,
    немає статті з такою назвою, не існує статті з такою назвою, ця сторінка не містить тексту,
    мұндай атаулы мақала жоқ, бұл бетте әзірше мәтін жоқ,
    noch kein artikel, enthält momentan noch keinen text, existiert noch kein artikel, diese seite existiert noch nicht,
    ne contient actuellement aucun texte, aucun article de ce nom, n y a pas encore d article,
    no existe un artículo con este nombre, no tiene un artículo con este nombre, actualmente no hay texto en esta página,
    não há actualmente texto nesta página, não possui um artigo com este nome, ainda não existe uma página com este nome,
    non esiste ancora una pagina con questo titolo, al momento non c è testo in questa pagina, non ha ancora una voce,
    nie ma jeszcze artykułu, nie ma strony o tym tytule, nie ma artykułu o takim tytule, článek s tímto názvem neexistuje,
    heeft geen artikel met deze naam, deze pagina bevat momenteel geen tekst, finns ingen artikel med detta namn,
    ei ole tämän nimistä artikkelia, nincs ilyen nevű lap, δεν υπάρχει λήμμα με αυτό το όνομα,
    nu există un articol cu acest nume, bu isimde bir madde yok, şu anda bu sayfada metin yok,
    لا توجد مقالة بهذا الاسم, لا يوجد حاليا اي نص في هذه الصفحة, مقاله ای با این نام, אין ערך בשם זה,
    目前没有与此标题, 本页面目前没有内容, 没有与您要查找的, 還沒有這個條目, このページには現在記述がありません, という名前の項目は, この記事はまだ作成されて,
    이 제목의 문서가 없습니다, 이 이름을 가진 문서가 없, belum ada artikel dengan nama ini, chưa có bài viết với tên này
";

/// What a service says that its owners have ended.
static CLOSED: &str = "
    has closed, have closed down, has been discontinued, was discontinued, is discontinued, has been shut down, was shut down,
    has shut down, is shutting down, end of life, has been retired, has been sunset, has been decommissioned,
    is no longer in operation, is no longer available, is no longer in service, is now closed, is permanently closed,
    service was closed, service is closed, site is closed, website is closed, site has closed, website has closed,
    we have closed, we ve closed, we have shut down, farewell, goodbye,
    закрыт, закрыта, сервис закрыт, проект закрыт, сайт закрыт, портал закрыт, прекратил работу, прекратил свою работу,
    прекратила работу, прекращена работа, больше не работает, сервіс закрито, сайт закрито, припинив роботу, жұмысын тоқтатты,
    жабылды, wurde eingestellt, eingestellt worden, ist eingestellt, ist geschlossen, hat geschlossen, wurde abgeschaltet,
    a fermé, est fermé, a définitivement fermé, a été fermé, a été arrêté, service arrêté, ha cerrado, está cerrado, ha sido cerrado,
    fue cerrado, cerró definitivamente, dejó de funcionar, foi encerrado, foi descontinuado, encerrou, ha chiuso, è stato chiuso, è chiuso,
    è stato dismesso, kapatıldı, kapatılmıştır, hizmetine son, sona erdi, został zamknięty, została zamknięta, zakończył działalność,
    został wyłączony, byl ukončen, byla ukončena, ukončil činnost, is gestopt, is gesloten, is opgeheven, har lagts ner, har stängts,
    är nedlagd, er nedlagt, er lukket, on lopetettu, on suljettu, megszűnt, bezárt, έκλεισε, έχει κλείσει, a fost închis, s a închis,
    تم اغلاق, توقفت الخدمة, متوقف شد, تعطیل شد, נסגר, נסגרה, 停止服务, 停止運營, 停止运营, 已关停, 已关闭, 已停止, 服务已终止, 下线公告, サービス終了,
    サービスは終了, サービスを終了, 提供を終了, 閉鎖いたしました, 閉鎖しました, 서비스 종료, 서비스가 종료, 운영을 종료, telah ditutup, resmi ditutup, đã đóng cửa, ngừng hoạt động
";
