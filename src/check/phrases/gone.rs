//! That there is nothing.

use super::Class;
use super::table::Table;

pub(super) static TABLES: &[Table] = &[
    Table { class: Class::Thing, phrases: THINGS },
    Table { class: Class::Gone, phrases: GONE },
    Table { class: Class::NotFound, phrases: NOT_FOUND },
    Table { class: Class::Error, phrases: ERROR },
    Table { class: Class::Courtesy, phrases: COURTESY },
    Table { class: Class::Guide, phrases: GUIDE },
    Table { class: Class::Search, phrases: SEARCH },
];

static THINGS: &str = "
    # English
    page*, webpage*, web page*, document*, article*, item*, content*, record*, file*, address*, url*,
    link*, story, stories, post, posts, resource*, material*, publication*, report*, entry, listing*,
    video*, photo*, account*, profile*, tweet*, channel*, user, what you are looking for,
    what you re looking for, what you were looking for, you requested, you asked for, you are looking for,
    location, piece
    # Russian
    страниц*, документ*, публикаци*, материал*, запис*, стать*, статей, файл*, адрес*, ссылк*, новост*,
    видео, пользователь, объект*, раздел*, контент*, запрошенн*, запрашиваем*, ресурс*
    # Ukrainian
    сторінк*, публікаці*, матеріал*, статт*, посилання*, новин*, запитуван*
    # Kazakh, Kyrgyz
    бет, беті, бетті, беттің, парақша*, парақ, құжат*, мақала*, сілтеме*, мекенжай*, жаңалық*, жазба*,
    барак, баракча*
    # French
    contenu*, adresse*, lien*, fichier*, ressource*, que vous cherchez, que vous recherchez,
    vous avez demandé*, actualité*
    # German
    seite*, dokument*, artikel*, inhalt*, beitrag*, beiträge*, datei*, gesuchte*, meldung*, angeforderte*,
    text, eintrag*
    # Spanish, Portuguese, Italian
    página*, documento*, artículo*, contenido*, enlace*, dirección*, archivo*, recurso*, lo que busca*,
    noticia*, nota, artigo*, conteúdo*, endereço*, arquivo*, ficheiro*, o que procura*, matéria*, articolo*,
    articoli, contenuto*, indirizzo*, risorsa*, notizia*, collegamento*, pagine, elemento*
    # Turkish, Azerbaijani
    sayfa*, belge*, içerik*, içeriğ*, haber*, makale*, bağlantı*, dosya*, adres*, səhifə*
    # Polish, Czech, Dutch, Swedish, Romanian, Indonesian, Vietnamese
    stron*, artykuł*, treś*, plik*, stránk*, článek*, článk*, bestand*, inhoud*, sida*, sidan*, sider*, siden*,
    innehåll*, halaman*, trang*, bài viết
    # Arabic, Persian, Hebrew
    صفحة, مقال, محتوى, رابط, مستند, وثيقة, ملف, خبر, مطلب, הדף, העמוד, דף
    # Chinese, Japanese, Korean
    页面, 頁面, 网页, 網頁, 内容, 內容, 文章, 文档, 文檔, 文件, 链接, 連結, 鏈接, 地址, 网址, 網址, ページ, 記事, 文書, コンテンツ, ファイル, アドレス, 페이지,
    문서, 기사, 콘텐츠, 게시물
    # Shares, profiles, journals
    blog, blogs, journal, presentation, slideshare, folder, item, site, album, reel, podcast, episode, thread,
    topic, discussion, issue, edition, book, issue*, блог*, журнал*, элемент*, тем*, сообщени*, объявлени*,
    профил*, елемент*, тема
    # Scandinavian, Finnish, Hungarian, Greek, Bulgarian, Serbian, Hebrew, Uzbek, Hindi, Thai
    artikkel*, innlegg*, opslag*, sivu*, sivua, artikkeli*, oldal*, cikk*, tartalom, σελίδα*, άρθρο*,
    περιεχόμενο, страниця, странице, чланак*, stranica, članak*, статия*, הכתבה, המאמר, sahifa*, maqola*, पृष्ठ,
    पेज, लेख, หน้า, บทความ, เนื้อหา, bài, nội dung, artikel, berita
    # More
    press release, publikacja, wpis, bericht*, artikelen, ニュース, 新闻, 帖子, 词条, blogbeitrag*, rubrique,
    billet, comunicado, comunicato, pressemitteilung*, баян*, ақпарат*, пост, пресс релиз*, موضوع, منشور, فيديو,
    뉴스, 게시글, kayıt*, gönderi*
";

static GONE: &str = "
    # English
    not found, not be found, t be found, cannot be found, couldn t find, could not find, can t find,
    cannot find, can t seem to find, unable to find, unable to locate, could not locate, can t locate,
    doesn t exist, does not exist, do not exist, don t exist, didn t exist, no longer exist*,
    no longer available, no longer here, no longer online, no longer on, isn t available, is not available,
    not available, unavailable, been removed, was removed, were removed, been deleted, was deleted,
    been withdrawn, withdrawn, taken down, been taken down, is missing, missing, has expired, expired,
    leads nowhere, nowhere, been moved, has moved, been retired, was retired, unpublished, is gone,
    has gone, gone, not in the, isn t here, is not here, not here, no such, mistyped, vanished,
    disappeared, doesn t seem to exist, we have taken, never existed, is broken, broken link
    # Russian
    не найден*, не существует, не удалось найти, не обнаружен*, нет, удален*, удалил*, снят*, отсутству*,
    недоступн*, больше не существ*, больше не доступ*, больше недоступ*, больше не действ*, больше не публику*,
    больше не размещ*, больше не содерж*, больше не показыва*, больше не наход*, больше не хран*, больше не активн*, перемещен*,
    устарел*, не нашл*, не нашел, не можем найти, не смогли найти, убра*, исчез*
    # Ukrainian
    не знайден*, не існує, видален*, вилучен*, відсутн*, більше не існу*, більше не доступ*, більше недоступ*,
    більше не публіку*, більше не розміщ*, більше не знаход*, не знайшли, немає, переміщен*
    # Kazakh, Kyrgyz
    табылмады, табылған жоқ, жоқ, жойылған*, жойылды, өшірілген*, өшірілді, қолжетімсіз, қолжетімді емес,
    алынып тасталды, алынып тасталған, ескірген, табылган жок
    # French
    introuvable*, n existe pas, n existe plus, n est plus disponible, n est pas disponible, non trouvé*,
    pas trouvé*, pas été trouvé*, a été supprimé*, supprimé*, a été retiré*, retiré*,
    n a pas pu être trouvé*, plus en ligne, indisponible*, a disparu, déplacé*, n avons pas trouvé,
    manquant*, expiré*, inexistant*
    # German
    nicht gefunden, nicht mehr verfügbar, nicht verfügbar, nicht mehr vorhanden, nicht vorhanden,
    existiert nicht, existiert leider nicht, existiert nicht mehr, gibt es nicht, gibt es nicht mehr,
    gelöscht, entfernt, nicht auffindbar, konnte nicht, konnten nicht, finden wir nicht, nicht mehr online,
    abgelaufen, fehlt, verschwunden, ist umgezogen, wurde verschoben, nicht erreichbar, existiert
    # Spanish
    no encontrad*, no se encontr*, no encontramos, no se ha encontrado, no existe, ya no existe,
    no está disponible, ya no está, no disponible, eliminad*, retirad*, no se encuentra, borrad*,
    no hemos encontrado, no pudimos encontrar, caducad*
    # Portuguese
    não encontrad*, não foi encontrad*, não foi possível encontrar, não existe, já não existe,
    não existe mais, não está disponível, indisponível, não disponível, removid*, excluíd*, apagad*,
    não está mais, não encontramos, inexistente
    # Italian
    non trovat*, non è stat*, non esiste, non esiste più, non è disponibile, non è più, non disponibile,
    rimoss*, eliminat*, cancellat*, non abbiamo trovato, inesistente, impossibile trovare
    # Turkish, Azerbaijani
    bulunamadı*, bulunmuyor*, bulunmamaktadır, bulamadık, mevcut değil*, kaldırıl*, silin*, silinmiş*, yok,
    yayından, artık, tapılmadı, mövcud deyil
    # Polish, Czech, Dutch, Swedish, Romanian, Indonesian, Vietnamese
    nie znaleziono, nie została znaleziona, nie istnieje, usunięt*, niedostępn*, nenalezen*, neexistuje,
    nebyla nalezena, niet gevonden, bestaat niet, niet meer beschikbaar, niet beschikbaar, verwijderd,
    hittades inte, finns inte, kunde inte hittas, ikke funnet, findes ikke, ei löydy*, nu a fost găsit*,
    nu există, tidak ditemukan, tidak tersedia, không tìm thấy, không tồn tại
    # Arabic, Persian, Hebrew
    غير موجود, غير متوفر, غير متاح, لم يتم العثور, لم نتمكن من العثور, لا يوجد, لا توجد, تم حذف, تمت إزالة,
    أزيل, حذفت, لم يعد, يافت نشد, پیدا نشد, وجود ندارد, לא נמצא, לא קיים
    # Chinese, Japanese, Korean
    不存在, 未找到, 找不到, 没有找到, 沒有找到, 已删除, 已被删除, 已刪除, 已被刪除, 已下线, 已失效, 无法找到, 無法找到, 已不存在, 不可用, 已移除, 已被移除, 已撤下,
    見つかりません, 見つかりませんでした, 存在しません, 削除され, ありません, 終了しました, 公開を終了, ご利用いただけません, 찾을 수 없, 존재하지 않, 삭제되, 삭제된
    # English, of shares and accounts
    unable to open, deleted or moved, been deleted or moved, invalid, been archived, was archived,
    no longer exists, not exist, t exist, isn t available right now, has been terminated, deleted their,
    been purged, purged, no article with, no longer published, can no longer be found, could not be located,
    cannot be located, cannot be displayed, not currently available, been suspended, set to private,
    been unpublished, been pulled, has been taken offline, was taken down, taken offline, is private,
    no longer accessible, removed by, deleted by, removed at the request
    # Russian, Ukrainian, Bulgarian, Serbian
    неизвестн*, не доступн*, очищен*, скрыт*, не обнаружил*, потерял*, утерян*, изъят*, не відкрива*,
    не вдалося знайти, прибран*, не е намерен*, не съществува, премахнат*, изтрит*, није пронађен*, не постоји,
    nije pronađen*, ne postoji
    # Kazakh, Kyrgyz, Uzbek
    мұндай, табылмаған, қол жетімсіз, көшірілген, өшіп қалған, топилмади, topilmadi, mavjud emas,
    o chirilgan
    # French, German
    ne trouvons pas, ne peut être trouvé*, n a pas été trouvé*, est expiré*, n existe pas ou plus, a expiré,
    gibt es leider nicht, gibt es hier nicht, depubliziert, nicht mehr abrufbar, aus dem netz genommen,
    nicht finden, nicht mehr auffindbar, existieren nicht, ist leider nicht, ist offline
    # Spanish, Portuguese, Italian
    no se ha podido encontrar, no pudo ser encontrad*, ya no se encuentra, no existe o,
    no está en línea, fue eliminad*, ha sido eliminad*, não pôde ser encontrad*, não se encontra,
    deixou de existir, foi eliminad*, foi retirad*, non è stata trovata, non esistono, non è più online,
    è stato rimosso, è stata rimossa, è stato cancellato
    # Turkish
    ulaşılamıyor, bulunamıyor, böyle bir, erişilemiyor, yayında değil, silindi, kaldırıldı
    # Polish, Czech, Slovak, Dutch
    nie możemy znaleźć, nie można znaleźć, nie została odnaleziona, został usunięty, nie jest dostępn*,
    odstraněn*, nelze najít, nenašli, nenájden*, kunnen we niet vinden, kan niet worden gevonden,
    konden we niet vinden, niet kunnen vinden, niet meer online, bestaat niet meer
    # Scandinavian, Finnish, Hungarian, Greek
    hittar inte, inte hittas, borttag*, tagits bort, är inte tillgänglig*, blev ikke fundet, ikke fundet,
    kunne ikke findes, slettet, finner ikke, finnes ikke, fjernet, ei löyty*, ei löytynyt, poistettu,
    nem található, nem létezik, törölték, δεν βρέθηκε, δεν υπάρχει, διαγράφηκε
    # Arabic, Persian, Hebrew, Hindi, Thai
    لم يعثر, لم يعد متاحا, غير موجوده, حذف شده, موجود نیست, در دسترس نیست, אינו קיים, אינה קיימת,
    לא נמצאה, הוסר, הוסרה, לא זמין, नहीं मिला, मौजूद नहीं, ไม่พบ, ถูกลบ
    # Chinese, Japanese, Korean
    被发布者删除, 被作者删除, 无法查看, 已下架, 不见了, 已过期, 已关闭, 无法访问, 掲載期間, 掲載を終了, 公開終了, お探しの, 非公開, 찾을 수 없습니다, 없는 페이지, 만료되
    # More
    was withdrawn, not available at this address, no forwarding address, is not at this address, was deleted or,
    is away, has left, ins leere, dépublié*, hors ligne, assente, non è presente, nie ma, brak, nie jest już,
    不存在或, 被移除, 削除, 該当する, 該当なし, 없음, 내려졌, была удален*, был удален*, не существовал*,
    загуби*, снято с публикации, нет на сайте, жоқ болып, жарамсыз, بهذا العنوان, محذوف*, محذوفه, artık yok,
    silinmiş, retirado del aire, retirado do ar, fuera de línea, descatalogad*, nu mai exist*,
    mai este disponibil*, borttappad*, saknas, mangler, puuttuu
    # More
    have deleted, has deleted, kan inte hitta
";

static NOT_FOUND: &str = "
    # Numbers
    404, 404 error, error 404, http 404, 404 not found, 410 gone, error 410, e404
    # English
    not found, page not found, file not found, object not found, content not found, nothing here,
    nothing found, nothing to see here, nothing was found, page missing, missing page, dead link,
    broken link, you are lost, you re lost, are you lost, looks like you re lost, wrong address,
    page doesn t exist, no results found, does not compute, dead end, resource not found
    # Russian, Ukrainian, Kazakh
    не найдено, страница не найдена, страница не существует, ничего не найдено, ошибка 404,
    такой страницы нет, такой страницы не существует, 404 ошибка, здесь ничего нет, помилка 404,
    не знайдено, сторінку не знайдено, нічого не знайдено, 404 қате, қате 404, бет табылмады,
    ештеңе табылмады, мұндай бет жоқ
    # French, German
    introuvable, page introuvable, erreur 404, page non trouvée, aucun résultat, rien à voir, rien ici,
    nicht gefunden, seite nicht gefunden, fehler 404, 404 fehler, hier gibt es nichts, nichts gefunden,
    hier ist nichts
    # Spanish, Portuguese, Italian
    no encontrado, página no encontrada, aquí no hay nada, nada por aquí, sin resultados, não encontrado,
    página não encontrada, erro 404, nada aqui, nada encontrado, non trovato, pagina non trovata,
    errore 404, qui non c è nulla, qui non c è niente
    # Turkish, Polish, Czech, Dutch, Swedish
    bulunamadı, sayfa bulunamadı, hata 404, 404 hatası, aradığınız sayfa, nie znaleziono, błąd 404,
    strona nie istnieje, stránka nenalezena, chyba 404, niet gevonden, pagina niet gevonden,
    sidan hittades inte, fout 404
    # Arabic, Chinese, Japanese, Korean
    خطأ 404, الصفحة غير موجودة, 404错误, 错误404, 页面不存在, 页面未找到, 找不到页面, 頁面不存在, 找不到頁面, 很抱歉您访问的页面, ページが見つかりません,
    お探しのページ, 見つかりませんでした, 페이지를 찾을 수 없
    # Removed things
    content removed, article removed, page removed, video removed, document removed, post removed,
    removed document, removed by the user, removed by its author, removed by the author,
    deleted by author, video unavailable, content unavailable, page unavailable, article unavailable,
    page cannot be displayed, page can t be found, does not exist anymore, goes by that name,
    this page is lost
    # Many languages
    вы заблудились, страница потерялась, страница удалена, материал удален, запись удалена, статья удалена,
    новость удалена, матеріал видалено, бет жоқ, материал табылмады, contenu indisponible, article supprimé,
    vidéo indisponible, seite nicht auffindbar, inhalt nicht verfügbar, video nicht verfügbar,
    contenido no disponible, conteúdo indisponível, contenuto non disponibile, böyle bir sayfa yok,
    içerik bulunamadı, siden ble ikke funnet, siden blev ikke fundet, sivua ei löytynyt, az oldal nem található,
    pagina nu a fost găsită, η σελίδα δεν βρέθηκε, страницата не е намерена, страница није пронађена,
    stranica nije pronađena, a oldal nem található, sahifa topilmadi, trang không tồn tại,
    halaman tidak ditemukan, پیدا نشد, یافت نشد, لم يتم العثور على الصفحه, דף לא נמצא, הדף לא נמצא, หน้าไม่พบ,
    ไม่พบหน้า, 内容不存在, 文章不存在, 文章已被删除, 该内容已被发布者删除, 頁面已刪除, 页面丢失,
    ページは存在しません, 記事は存在しません, 페이지를 찾을, 삭제된 기사, 삭제된 게시물, 존재하지 않는 페이지
    # More
    not here, wandered off, you ve strayed, nothing at this address, brak strony, nie ma takiej strony,
    strona nie została znaleziona, neznámá adresa, sidan saknas, diese adresse führt ins leere,
    cette adresse ne mène nulle part, la page a disparu, 该新闻不存在, 该页面不存在, 没有找到您要访问的页面, 不存在或已删除, 該当するページ,
    該当ページ, 見当たりません, 존재하지 않는, 삭제되었습니다, no forwarding address, такого адреса нет, такой страницы,
    сторінка загубилась
";

static SEARCH: &str = "
    search results, results for, search for, результаты поиска, результати пошуку, іздеу нәтижелері,
    résultats de recherche, résultats pour, suchergebnisse, resultados de búsqueda,
    resultados de la búsqueda, resultados da pesquisa, resultados da busca, risultati della ricerca,
    risultati di ricerca, arama sonuçları, نتائج البحث, 搜索结果, 搜尋結果, 検索結果, 검색 결과, wyniki wyszukiwania,
    zoekresultaten
";

/// What stands over a message when the message itself is below.
static ERROR: &str = "
    error, errors, oops, whoops, ouch, uh oh, sorry, message, notice, warning, problem, invalid, 404, 410, 500,
    ошибка, ошибка сервера, сообщение, внимание, упс, ой, помилка, увага, халепа, қате, қателік, ескерту,
    кешіріңіз, ката, erreur, désolé, oups, attention, message d erreur, fehler, hoppla, ups, huch, hinweis,
    meldung, aviso, mensaje, lo sentimos, vaya, erro, ops, opa, mensagem, errore, avviso, spiacenti, hata,
    uyarı, üzgünüz, mesaj, błąd, komunikat, chyba, upozornění, fout, foutmelding, oeps, melding, fel,
    felmeddelande, hoppsan, fejl, feil, virhe, hiba, eroare, грешка, greška, σφάλμα, خطأ, تنبيه, عذرا, پیغام,
    שגיאה, הודעה, xato, xəta, lỗi, kesalahan, त्रुटि, ข้อผิดพลาด, 错误, 錯誤, 出错, 出錯了, 提示, 系统提示,
    温馨提示, 抱歉, エラー, お知らせ, 申し訳, 오류, 알림, 에러, 안내
";

/// What politeness adds: it says nothing, and so does not count against what is said.
static COURTESY: &str = "
    sorry, we re sorry, we are sorry, we apologise, we apologize, oops, whoops, uh oh, hmm, ouch, oh no,
    unfortunately, it seems, it looks like, looks like, it appears, please, apologies, that, requested, desired,
    you requested, you re looking for, you are looking for, you were looking for, were trying to reach,
    trying to access, on this site, on this server, on our site, anymore, right now, currently, at this time,
    к сожалению, извините, простите, увы, упс, ой, кажется, похоже, запрашиваемая, запрашиваемый, запрашиваемой,
    запрошенная, запрошенный, возможно, больше, либо, такой, такая, такого, на сайте, сайта, на сервере,
    на жаль, вибачте, перепрошуємо, запитувана, кешіріңіз, өкінішке орай, сіз іздеген, сіз сұраған, désolé,
    désolés, nous sommes désolés, malheureusement, oups, que vous demandez, que vous avez demandée, demandée,
    demandé, recherchée, leider, hoppla, ups, huch, entschuldigung, angeforderte, gewünschte, gesuchte,
    sie suchen, lo sentimos, lamentablemente, vaya, solicitada, solicitado, que busca, que buscas,
    que está buscando, desculpe, lamentamos, infelizmente, ops, que procura, que você procura, spiacenti,
    ci dispiace, siamo spiacenti, richiesta, richiesto, che cerchi, che stai cercando, cercata, üzgünüz,
    maalesef, ne yazık ki, aradığınız, istediğiniz, przepraszamy, niestety, której szukasz, bohužel,
    omlouváme se, požadovaná, požadovaný, helaas, oeps, die u zoekt, die je zoekt, tyvärr, du söker,
    du letar efter, desværre, beklager, du leter etter, valitettavasti, sajnos, keresett, ne pare rău,
    за съжаление, нажалост, δυστυχώς, λυπούμαστε, عذرا, نأسف, للاسف, التي تبحث عنها, المطلوبة, متاسفانه,
    مورد نظر, מצטערים, המבוקש, שחיפשת, rất tiếc, xin lỗi, bạn tìm, maaf, yang anda cari, yang anda minta,
    təəssüf ki, üzr istəyirik, kechirasiz, 抱歉, 很抱歉, 对不起, 您访问的, 您要查看的, 您所尋找的, 您要找的,
    申し訳ございませんが, 申し訳ありません, お探しの, 指定された, ご指定の, 요청하신, 죄송합니다, 원하시는
";

/// Where a message sends its reader next.
static GUIDE: &str = "
    home page, homepage, front page, start page, main page, go home, back home, try searching,
    try a search, search function, search box, use the search, check the address, check the url,
    check the link, go back, back to, return to, site map, sitemap, contact us, report this, browse our,
    error code, на главную, главную страницу, главной страниц*, с главной, воспользуйтесь поиском,
    воспользоваться поиском, попробуйте поиск, попробуйте найти, проверьте адрес,
    проверьте правильность, вернуться, вернитесь, перейти на, карта сайта, на головну, головну сторінку,
    скористайтеся пошуком, перевірте адресу, повернутися, басты бет*, іздеуді, іздеу, оралыңыз,
    мекенжайды тексер*, retour à l accueil, page d accueil, l accueil, la recherche,
    moteur de recherche, vérifiez l adresse, plan du site, startseite, zur startseite, die suche,
    suchfunktion, prüfen sie die, zurück zur, hauptseite, página de inicio, página principal,
    la portada, el buscador, volver a, vuelva a, verifique la, compruebe la, página inicial,
    voltar para, voltar à, a busca, a pesquisa, verifique o, verifique se, torna alla, torna a,
    pagina iniziale, alla home, la ricerca, verifica l indirizzo, anasayfa*, ana sayfa*, arama yap*,
    adresi kontrol, strony głównej, stronę główną, wyszukiwar*, hlavní stránk*, úvodní stránk*,
    vyhledáv*, startpagina, voorpagina, zoekfunctie, startsidan, sökfunktion*, forsiden, etusivu*,
    főoldal*, الصفحه الرئيسيه, الرئيسيه, البحث, صفحه اصلی, לעמוד הבית, לדף הבית, trang chủ, beranda, 首页,
    首頁, 返回, 搜索, 检查网址, トップページ, トップへ, ホームへ, 検索, 홈으로, 메인으로, 메인 페이지, 홈페이지로
";
