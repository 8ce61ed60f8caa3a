//! Pages a host or a server shows where there is no site (any more, or yet).

use super::Class;
use super::table::Table;

pub(super) static TABLES: &[Table] = &[
    Table { class: Class::Suspended, phrases: SUSPENDED },
    Table { class: Class::Keeper, phrases: KEEPERS },
    Table { class: Class::DefaultServer, phrases: DEFAULT_SERVER },
    Table { class: Class::Placeholder, phrases: PLACEHOLDER },
    Table { class: Class::Maintenance, phrases: MAINTENANCE },
    Table { class: Class::Fault, phrases: FAULT },
];

static SUSPENDED: &str = "
    account suspended, account has been suspended, account is suspended, site suspended, website suspended,
    site has been suspended, website has been suspended, this site is suspended, hosting suspended,
    site is disabled, site has been disabled, website is no longer active, site deactivated,
    website deactivated, hosting account has expired, hosting has expired, website expired,
    website has expired, site not found, website is not available, no website configured, unpaid invoice,
    аккаунт заблокирован, аккаунт приостановлен, хостинг отключен, хостинг отключён, сайт отключен,
    сайт отключён, сайт заблокирован, сайт приостановлен, работа сайта приостановлена,
    услуга приостановлена, сайт временно отключен, обслуживание сайта приостановлено, не оплачен хостинг,
    хостинг не оплачен, обліковий запис призупинено, сайт вимкнено, хостинг тоқтатылды, compte suspendu,
    site suspendu, hébergement suspendu, konto gesperrt, webseite gesperrt, website gesperrt,
    webspace gesperrt, diese website wurde deaktiviert, cuenta suspendida, sitio suspendido,
    conta suspensa, site suspenso, account sospeso, sito sospeso, hesap askıya alındı, site askıya alındı,
    hesabınız askıya, konto zawieszone, strona zawieszona, account opgeschort, الحساب موقوف,
    تم إيقاف الحساب, تم تعليق الحساب, تم تعليق الموقع, 账户已暂停, 账号已被停用, 站点已关闭, 该网站已关闭, 此网站已关闭, 本网站已关闭, 该网站已停用, 站点创建成功, 没有找到站点,
    アカウントが停止, 利用停止, 계정이 정지
    # Further
    website unavailable, website is sleeping, website is no longer available,
    this website has been suspended, this shop is currently unavailable, user has been suspended,
    shop is currently unavailable, connected to a website yet, site is offline,
    domain has been suspended, услугу хостинга, заблокирован хостинг, заблокирован провайдером,
    аккаунт пользователя заблокирован, сайт заблокирован хостинг, сайт не оплачен,
    webpräsenz wurde gesperrt, webpräsenz gesperrt, dieses konto wurde gesperrt,
    hébergement est suspendu, esta conta foi suspensa, conta foi suspensa, sito è stato sospeso,
    cuenta ha sido suspendida, hesap askıya alın*, askıya alınmış*,
    zablokowana przez administratora hostingu, strona została zablokowana, stránka byla pozastavena,
    is opgeschort, kontot är avstängt, تم إيقاف هذا الموقع, تم إيقاف الموقع, حساب مسدود, 站点已暂停, 已暂停访问,
    网站已暂停, 虚拟主机已过期, 이용이 정지
    # More
    has been disabled for, website has been disabled, website disabled, site disabled,
    hébergement expiré, n est plus hébergé, hosting abgelaufen, hosting caducado, hosting scaduto,
    пополните баланс, geçici olarak kapatılmıştır, сайт вимкнений
";

/// Whom notices of hosts send their readers to; news speak of them too.
static KEEPERS: &str = "
    hosting provider, hosting company, web host, site owner, website owner, хостинг провайдер*,
    владелец сайта, владельцам сайта, если вы владелец, hébergeur, hoster, proveedor de hosting,
    provedor de hospedagem, webhotell
";

static DEFAULT_SERVER: &str = "
    welcome to nginx, welcome to openresty, apache2 default page, apache2 ubuntu default page,
    apache2 debian default page, test page for the apache http server, apache http server test page,
    http server test page, test page for the nginx, test page for the http server, iis windows server,
    iis windows, iis7, iis8, internet information services, welcome to centos, default web site page,
    web server s default page, default plesk page, plesk default page, domain default page,
    default website page, your new web server is ready, caddy works, welcome to xampp,
    this is the default page, this is the default web page, default page for this domain,
    default directadmin page, directadmin default page, welcome to litespeed,
    apache is functioning normally, if you see this page the nginx, lighttpd default page,
    placeholder page for the domain, страница по умолчанию, страница заглушка, site web par défaut,
    página predeterminada, 恭喜站点创建成功, 默认页面
    # Further
    successfully installed tomcat, successfully installed the litespeed,
    you have successfully installed, you ve successfully installed, red hat enterprise linux test page,
    testing 123, default index page, default index html, why am i seeing this page, powered by centos,
    welcome to apache, welcome to caddy, it works
";

static PLACEHOLDER: &str = "
    coming soon, under construction, website coming soon, site coming soon, launching soon, a new home for,
    is being prepared, is being built, future home of, just another wordpress site,
    site is under development, website is under development, this site is not published,
    site is not published, скоро открытие, скоро здесь, сайт в разработке, сайт находится в разработке,
    сайт на реконструкции, сайт находится на реконструкции, ведутся работы по созданию, здесь скоро будет,
    сайт скоро откроется, только что создан, сайт создан, сайт у розробці, незабаром,
    сайт әзірлену үстінде, жақында ашылады, en construction, site en construction, bientôt disponible,
    bientôt en ligne, im aufbau, demnächst, hier entsteht, in kürze verfügbar, en construcción,
    próximamente, muy pronto, em construção, em breve, in costruzione, prossimamente, yapım aşamasında,
    çok yakında, yakında, w budowie, in aanbouw, binnenkort, قيد الإنشاء, قريبا, 建设中, 建設中, 即将上线, 敬请期待, 準備中,
    工事中, 준비중, 준비 중
    # Further
    website is being built, wird derzeit überarbeitet, hier entsteht eine neue,
    en cours de construction, en cours de création, sito è in costruzione, strona w budowie,
    web v rekonstrukci, stránky ve výstavbě, webbplatsen är under uppbyggnad, на стадии разработки,
    сайт на стадии, сайт наполняется, ресурс на реконструкции, 网站建设中, 即将开通, 公開準備中, 사이트 준비
    # More
    welcome to your new website, здесь будет новый сайт, здесь будет сайт, сайт не опубликован,
    website not published, estamos construyendo, estamos construindo, wir bauen, nous construisons
";

static MAINTENANCE: &str = "
    maintenance, scheduled maintenance, under maintenance, down for maintenance, be right back,
    be back soon, back soon, temporarily unavailable, temporarily down, internal server error,
    error establishing a database connection, database error, database connection, service unavailable,
    runtime error, server error, fatal error, application error, bad gateway, gateway timeout,
    uncaught exception, too many connections, mysql connect, mysqli connect, внутренняя ошибка сервера,
    ошибка сервера, ошибка базы данных, ошибка подключения к базе, interner serverfehler, datenbankfehler,
    erreur interne du serveur, error interno del servidor, erro interno do servidor,
    errore interno del server, sunucu hatası, خطأ في الخادم, 服务器错误, 数据库错误, サーバーエラー, временно недоступн*,
    технические работы, техническое обслуживание, технических работ, профилактические работы,
    временно не работает, технічні роботи, тимчасово недоступний, техникалық жұмыстар, уақытша қолжетімсіз,
    en maintenance, maintenance en cours, temporairement indisponible, wartungsarbeiten, wartung,
    wartungsmodus, vorübergehend nicht erreichbar, en mantenimiento, mantenimiento, em manutenção,
    manutenção, in manutenzione, manutenzione, bakım, bakımda, bakım çalışması, przerwa techniczna,
    onderhoud, الصيانة, تحت الصيانة, 维护中, 系统维护, 維護中, メンテナンス, 점검 중, 점검중
    # Further
    too many requests, временно недоступ*, сайт недоступен, ведутся технические, ведутся работы,
    тимчасово недоступ*, údržb*, odstávka, underhåll*, vedlikehold*, vedligeholdelse, huolto*,
    karbantartás, επισκευή, συντήρηση, در دست تعمیر, תחזוקה, bảo trì, pemeliharaan, техникалық жұмыс*,
    профилактика, 시스템 점검, 系統維護
    # More
    идет обновление сайта, идёт обновление, обновление сайта, ведется обновление, wird gewartet,
    gleich wieder da, could not connect to the database, couldn t connect to the database,
    unable to connect to the database, нет соединения с базой, не удалось подключиться к базе,
    en cours de maintenance, sitio en mantenimiento, 系统升级, 升级维护, actualización del sitio,
    сайт оновлюється, жаңартылуда
";

static FAULT: &str = "
    something went wrong, something has gone wrong, an error occurred, an error has occurred,
    an unexpected error, unexpected error, try again later, we re having trouble, произошла ошибка,
    что то пошло не так, виникла помилка, сталася помилка, щось пішло не так, қате орын алды,
    қате пайда болды, une erreur est survenue, une erreur s est produite, veuillez réessayer,
    ein fehler ist aufgetreten, etwas ist schiefgelaufen, se ha producido un error,
    ha ocurrido un error, algo salió mal, ocorreu um erro, algo deu errado, si è verificato un errore,
    qualcosa è andato storto, bir hata oluştu, bir şeyler ters gitti, wystąpił błąd, coś poszło nie tak,
    došlo k chybě, er is iets misgegaan, er is een fout opgetreden, ett fel inträffade, något gick fel,
    حدث خطأ, خطایی رخ داد, אירעה שגיאה, 发生错误, 出了点问题, 系统错误, 系統錯誤, エラーが発生, 問題が発生, 오류가 발생, 문제가 발생
";
