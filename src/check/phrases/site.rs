//! Pages a host or a server shows where there is no site (any more, or yet).

use super::Class;
use super::table::Table;

pub(super) static TABLES: &[Table] = &[
    Table { class: Class::Suspended, phrases: SUSPENDED },
    Table { class: Class::DefaultServer, phrases: DEFAULT_SERVER },
    Table { class: Class::Placeholder, phrases: PLACEHOLDER },
    Table { class: Class::Maintenance, phrases: MAINTENANCE },
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
    تم إيقاف الحساب, تم تعليق الحساب, تم تعليق الموقع, 账户已暂停, 账号已被停用, 站点已关闭, 网站已关闭, 该网站已停用, 站点创建成功, 没有找到站点,
    アカウントが停止, 利用停止, 계정이 정지
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
";
