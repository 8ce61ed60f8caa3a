//! That something has ended, or never began: what services say of themselves, and wikis of an article.

use super::Class;
use super::table::Table;

pub(super) static TABLES: &[Table] = &[
    Table { class: Class::NoArticle, phrases: NO_ARTICLE },
    Table { class: Class::Closed, phrases: CLOSED },
];

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
