//! That there is nothing.

use super::Class;
use super::table::Table;

pub(super) static TABLES: &[Table] = &[
    Table { class: Class::Thing, phrases: THINGS },
    Table { class: Class::Gone, phrases: GONE },
    Table { class: Class::NotFound, phrases: NOT_FOUND },
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
    noticia*, nota, artigo*, conteúdo*, endereço*, arquivo*, ficheiro*, o que procura*, notícia*, matéria*,
    articolo*, articoli, contenuto*, indirizzo*, risorsa*, notizia*, collegamento*, pagine, elemento*
    # Turkish, Azerbaijani
    sayfa*, belge*, içerik*, içeriğ*, haber*, makale*, bağlantı*, dosya*, adres*, səhifə*
    # Polish, Czech, Dutch, Swedish, Romanian, Indonesian, Vietnamese
    stron*, artykuł*, treś*, plik*, stránk*, článek*, článk*, pagina*, bestand*, inhoud*, sida*, sidan*,
    sider*, siden*, innehåll*, halaman*, trang*, bài viết
    # Arabic, Persian, Hebrew
    صفحة, مقال, محتوى, رابط, مستند, وثيقة, ملف, خبر, صفحه, مطلب, הדף, העמוד, דף
    # Chinese, Japanese, Korean
    页面, 頁面, 网页, 網頁, 内容, 內容, 文章, 文档, 文檔, 文件, 链接, 連結, 鏈接, 地址, 网址, 網址, ページ, 記事, 文書, コンテンツ, ファイル, アドレス, 페이지,
    문서, 기사, 콘텐츠, 게시물
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
    disappeared, doesn t seem to exist, we have taken, never existed, discontinued, is broken, broken link
    # Russian
    не найден*, не существует, не удалось найти, не обнаружен*, нет, удален*, удалён*, удалил*, снят*,
    отсутству*, недоступн*, больше не*, перемещен*, перемещён*, устарел*, не нашл*, не нашел,
    не можем найти, не смогли найти, убра*, исчез*
    # Ukrainian
    не знайден*, не існує, видален*, вилучен*, відсутн*, більше не*, не знайшли, немає, переміщен*
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
";

static SEARCH: &str = "
    search results, results for, search for, результаты поиска, результати пошуку, іздеу нәтижелері,
    résultats de recherche, résultats pour, suchergebnisse, resultados de búsqueda,
    resultados de la búsqueda, resultados da pesquisa, resultados da busca, risultati della ricerca,
    risultati di ricerca, arama sonuçları, نتائج البحث, 搜索结果, 搜尋結果, 検索結果, 검색 결과, wyniki wyszukiwania,
    zoekresultaten
";
