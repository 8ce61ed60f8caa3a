//! What stands between a machine and a page: challenges, logins, payments, consent, the law.

use super::Class;
use super::table::Table;

pub(super) static TABLES: &[Table] = &[
    Table { class: Class::Robot, phrases: ROBOT },
    Table { class: Class::Verify, phrases: VERIFY },
    Table { class: Class::Challenge, phrases: CHALLENGE },
    Table { class: Class::Guard, phrases: GUARD },
    Table { class: Class::Denied, phrases: DENIED },
    Table { class: Class::Login, phrases: LOGIN },
    Table { class: Class::LoginNeeded, phrases: LOGIN_NEEDED },
    Table { class: Class::Subscriber, phrases: SUBSCRIBER },
    Table { class: Class::Reserved, phrases: RESERVED },
    Table { class: Class::Paywall, phrases: PAYWALL },
    Table { class: Class::Privacy, phrases: PRIVACY },
    Table { class: Class::Consent, phrases: CONSENT },
    Table { class: Class::LegalBlock, phrases: LEGAL_BLOCK },
    Table { class: Class::LegalGround, phrases: LEGAL_GROUND },
];

static ROBOT: &str = "
    robot*, bot, bots, human*, captcha*, recaptcha, hcaptcha, your browser, automated, unusual traffic,
    suspicious activity, робот*, человек*, браузер*, капч*, людин*, адам, роботпен, votre navigateur,
    humain*, menschlich*, mensch, ihren browser, ihr browser, humano*, tu navegador, su navegador,
    seu navegador, umano, il tuo browser, insan*, tarayıcı*, człowiek*, przeglądark*, روبوت, إنسان, متصفح,
    机器人, 機器人, 浏览器, 瀏覽器, 真人, ロボット, ブラウザ, 人間, 로봇, 브라우저
    # Further languages
    mens, robot, ربات, רובוט, 사람인지, 人类, 人類, 真人, ihmine*, ember, con người, manusia, člověk*,
    människa, menneske, ανθρωπ*
    # More
    robo, robô*, roboter*, robotem, robotim, robocie, bota, you are human, maszyn*, automat*,
    automatis*, bots, 滑块, 画像認証, 보안문자, 자동 입력, روبوتا, הנך אדם
";

static VERIFY: &str = "
    verify*, verifying, verification, checking, confirm*, prove, are you a, are you, not a, making sure,
    security check, one more step, detected, challenge, check your, validate, провер*, подтверд*, вы не,
    докажите, перевір*, підтверд*, ви не, тексер*, растаңыз, емес*, vérifi*, êtes, n êtes pas, confirmez,
    überprüf*, prüf*, bestätig*, sind sie, kein, verific*, comprueb*, comprobando, no eres, no es un,
    não é, você não, confirme, controllo, non sei, sei un, doğrula*, kontrol*, değil*, olmadığınızı,
    sprawdza*, potwierdź, تحقق, التحقق, لست, تأكيد, 验证, 驗證, 校验, 检查, 檢查, 确认, 確認, 検証, ではない, ではありません, 확인,
    아닙니다
    # Further languages
    controleren, bevestig*, geen, potvrď*, nejste, ověř*, bekräfta*, inte är, kontrollera*, kontroller*,
    bekreft*, אשר, שאינך, تایید, تأیید, نیستید, ticking the box, doğrulanıyor, sprawdzanie, czy jesteś,
    正在验证, 正在驗證, であること, 확인하는, xác minh, verifikasi, тексеріл*, перевіря*
    # More
    make sure, let us know, tick the box, turn javascript on, enable javascript, activate javascript,
    javascript is required, requires javascript, убедим*, убедитесь, докажите, demuestra*, dimostra*,
    prove, provar, udowodnij, doğrulama, doğrulayın, değilim, kanıtla*, 拖动, 完成验证, 行ってください, 입력하세요, 방지,
    أثبت, дәлелде*, емессіз, prokaž*, visa att, bevis*, доведіть
";

static CHALLENGE: &str = "
    just a moment, attention required, checking your browser, verify you are human,
    verifying you are human, i m not a robot, are you a robot, you are not a robot, you re not a bot,
    please verify you are a human, human verification, security verification, ddos protection by,
    enable javascript and cookies to continue, please enable js and disable any ad blocker,
    pardon our interruption, access to this page has been denied, press and hold, press hold to confirm,
    unusual traffic from your computer, performance security by, bot verification, client challenge,
    age verification, verify your age, confirm your age, are you over 18, проверка браузера,
    проверяем ваш браузер, я не робот, вы не робот, ой капча, перевірка браузера, sicherheitsüberprüfung,
    vérification de sécurité, comprobación de seguridad, verificación de seguridad,
    verificação de segurança, controllo di sicurezza, güvenlik doğrulaması, güvenlik kontrolü, 安全验证, 安全驗證,
    滑动验证, 滑動驗證, 人机验证, 访问验证, 请完成验证, セキュリティチェック, 보안 확인, التحقق الأمني, waiting room, you are now in line
    # Waiting pages and age gates
    one moment please, your request is being verified, please wait while we verify,
    please wait while your request, establishing a secure connection, checking your connection,
    activate and hold the button, robot or human, security checkpoint, enable cookies, cookies required,
    cookies are required, cookies must be enabled, cookies are disabled, you must be 18,
    you must be at least 18, are you at least 18, 18 or older, are you 18, are you of legal age,
    sign in to confirm your age, age check, age gate, вам исполнилось 18, вам есть 18,
    подтвердите возраст, подтвердите свой возраст, підтвердіть вік, mindestens 18 jahre, altersprüfung,
    altersverifikation, avez vous 18 ans, plus de 18 ans, vérification de l âge, mayor de edad,
    mayor de 18, verificación de edad, maior de 18, maior de idade, maggiorenne, 18 yaşından,
    minst 18 år, pełnoletni, 年满18, 满18, 18歳以上, 만 19세, säkerhetskontroll, beveiligingscontrole,
    bezpečnostní kontrola, kontrola bezpieczeństwa, קוד אבטחה, בדיקת אבטחה, بررسی امنیتی,
    включите cookies, включите куки, cookies activ*, cookies aktivier*
    # More
    security check required, browser check, ddos protection, access check, проверка безопасности,
    проверка подключения, перевірка безпеки, қауіпсіздікті тексеру, browserüberprüfung,
    vérification du navigateur, verificación del navegador, kontrola przeglądarki, captcha, 行为验证, 拖动滑块,
    画像認証, 보안문자, 자동 입력 방지
    # Old browsers
    browser is not supported, browser not supported, unsupported browser, browser is no longer supported,
    update your browser, upgrade your browser, browser is out of date, outdated browser, browser is outdated,
    браузер устарел, браузер не поддерживается, обновите браузер, ваш браузер застарів, браузер ескірген,
    browser wird nicht unterstützt, browser ist veraltet, navigateur n est pas pris en charge,
    navigateur est obsolète, navigateur n est plus pris en charge, navegador no es compatible,
    navegador está desactualizado, navegador não é suportado, browser non è supportato, browser non supportato,
    tarayıcınız desteklenmiyor, przeglądarka nie jest obsługiwana, browser wordt niet ondersteund, 浏览器版本过低,
    您的浏览器版本, ブラウザはサポートされて, 지원하지 않는 브라우저
";

static GUARD: &str = "
    access, security, firewall, your request, the requested url, waf, your ip, ip address, доступ,
    безопасност*, запрос, accès, sécurité, zugriff, zugang, sicherheit*, acceso, seguridad, acesso,
    segurança, accesso, sicurezza, erişim, güvenlik, الوصول, 访问, 訪問, 请求, アクセス, 접근, qol jetkizu,
    қол жеткізу, рұқсат
    # Further languages
    қол жеткізу*, доступу, ip адрес*, ip мекенжай*, adresse ip, ip adresse, dirección ip, endereço ip,
    indirizzo ip
";

static DENIED: &str = "
    denied, blocked, rejected, forbidden, banned, refused, запрещен*, запрещён*, заблокирован*, отклонен*,
    отклонён*, ограничен*, refusé*, bloqué*, interdit*, verweigert, gesperrt, blockiert, denegad*,
    bloquead*, negado, negato, bloccat*, engellen*, reddedil*, مرفوض, محظور, 拒绝, 拒絕, 拦截, 攔截, 被阻止, 禁止, 拒否,
    차단, 거부, тыйым салынған, бұғатталған, заборонен*, заблоковано
    # Further languages
    阻断, 阻斷, 已被拦截, geblokkeerd, geweigerd, zablokowan*, odmow*, blokerad, blokeret, zamítnut*, חסום,
    نامجاز, مسدود, қолжетімсіз
";

static LOGIN: &str = "
    sign in, signin, sign on, log in, login, log on, logon, member login, single sign on, sso,
    authentication, authentication required, authorization, войти, вход, вход на сайт, авторизация,
    вход в систему, авторизуйтесь, увійти, вхід, авторизація, кіру, жүйеге кіру, connexion, se connecter,
    connectez vous, identifiez vous, identification, s identifier, anmelden, anmeldung, einloggen,
    iniciar sesión, inicia sesión, inicio de sesión, acceder, identifícate, entrar, iniciar sessão,
    fazer login, accedi, accesso, giriş, giriş yap, oturum aç, üye girişi, zaloguj, zaloguj się, logowanie,
    inloggen, aanmelden, logga in, přihlášení, تسجيل الدخول, 登录, 登錄, 登入, 用户登录, ログイン, サインイン, 로그인, masuk,
    đăng nhập
    # Further languages
    account login, user login, members login, ورود, ورود به حساب, התחברות, כניסה, log på, logg inn,
    kirjaudu, bejelentkezés, autentificare, prihlásenie, войдите, вход в аккаунт, личный кабинет, kirish
";

static LOGIN_NEEDED: &str = "
    must log in, must be logged in, must sign in, need to log in, need to sign in, need to be logged in,
    please log in, please sign in, please login, sign in to view, log in to view, sign in to continue,
    log in to continue, login required, you are not logged in, log in to see, sign in to see,
    you do not have permission, registered users only, необходимо войти, необходимо авторизоваться,
    необходима авторизация, требуется авторизация, войдите чтобы, войдите или зарегистрируйтесь,
    только зарегистрированн*, только для зарегистрированн*, авторизуйтесь чтобы, потрібно увійти,
    необхідно увійти, жүйеге кіріңіз, vous devez vous connecter, connectez vous pour,
    veuillez vous connecter, bitte melden sie sich an, bitte loggen sie sich, sie müssen sich anmelden,
    sie müssen angemeldet sein, bitte anmelden, debe iniciar sesión, debes iniciar sesión,
    inicia sesión para, inicie sesión para, faça login para, é necessário fazer login,
    entre para continuar, devi effettuare l accesso, accedi per, effettua il login, giriş yapmalısınız,
    giriş yapmanız, giriş yapın, يجب تسجيل الدخول, يرجى تسجيل الدخول, 请登录, 请先登录, 請登入, 請先登入, 需要登录,
    ログインしてください, ログインが必要, 로그인이 필요, 로그인하세요
    # English
    you need to login, you must login, not authorised to read, not authorized to read,
    not authorized to view, not authorised to view, members only area, sign in to confirm,
    log in or sign up to view, log in or register to view, please login or register,
    only registered users
    # Further languages
    потрібна авторизація, необхідна авторизація, щоб переглянути увійдіть, тіркеліп кіріңіз,
    авторизациядан өтіңіз, zaloguj się aby, musisz się zalogować, musisz być zalogowany, log in om,
    je moet ingelogd, u moet inloggen, pro zobrazení se přihlaste, logga in för att, du måste logga in,
    باید وارد شوید, יש להתחבר, 로그인 후
    # More
    for registered members, please log in, registered members, авторизованным пользователям,
    авторизованных пользователей, зарегистрированным пользователям, vous devez être connecté,
    vous devez être identifié, réservé aux membres, pour voir cette page connectez, debes iniciar,
    necesitas iniciar, área restrita, ログインして, 会員ログイン, увійдіть щоб, будь ласка увійдіть, тек тіркелген,
    войдите чтобы, войдите для, melden sie sich an, einloggen um
";

static SUBSCRIBER: &str = "
    subscriber*, subscription*, subscribe*, member*, membership*, premium, подписчик*, подписк*, подпишит*,
    платн*, передплат*, жазыл*, abonné*, abonne*, abonnement*, abonnez, abonnent*, abo, mitglied*, suscri*,
    socio*, assina*, assine, abbona*, abone*, prenumer*, subskryp*, abonnee*, مشترك, اشتراك, اشترك, 订阅, 訂閱,
    会员, 會員, 購読, 会員登録, 有料会員, 구독, 유료회원
";

static RESERVED: &str = "
    only, rest of, remaining, to continue, continue reading, keep reading, to read, read the full,
    full access, full article, full story, unlimited, for members, for subscribers, reserved, unlock,
    a month, per month, month, a week, a year, already a, exclusive, только, доступ*, полностью, продолж*,
    в месяц, для подписчиков, лише, тільки, повністю, réservé*, la suite, pour lire, il vous reste,
    par mois, déjà, nur für, weiterlesen, exklusiv*, pro monat, vollständig*, exclusiv*, solo para,
    seguir leyendo, al mes, sólo para, exclusivo*, para continuar, por mês, só para, riservat*,
    per continuare, solo per, al mese, già, özel, devamı, okumak için, aylık, tylko dla, czytać dalej,
    alleen voor, verder lezen, فقط, للمتابعة, شهريا, 专享, 專享, 全文, 继续阅读, 繼續閱讀, 每月, 限定, 続きを, 続きは, 月額, 전용,
    계속 읽
";

static PAYWALL: &str = "
    subscribe to continue, subscribe to read, subscribe to keep reading, subscribers only,
    for subscribers only, subscriber only, subscription required, this article is for subscribers,
    to continue reading this article, already a subscriber, purchase access, rent or buy,
    get access to this article, buy this article, you have reached your limit, reached your article limit,
    free articles remaining, материал доступен по подписке, только для подписчиков,
    доступно только подписчикам, оформите подписку, лише для передплатників, réservé aux abonnés,
    réservé à nos abonnés, article réservé, abonnez vous pour lire, nur für abonnenten,
    exklusiv für abonnenten, dieser artikel ist nur, weiterlesen mit, solo para suscriptores,
    exclusivo para suscriptores, contenido exclusivo, suscríbete para, exclusivo para assinantes,
    conteúdo exclusivo, assine para, riservato agli abbonati, contenuto riservato, abbonati per,
    abonelere özel, للمشتركين فقط, 订阅后, 会员专享, 付费内容, 付费阅读, 会員限定, 有料会員限定, この記事は会員限定, 続きを読むには, 구독자 전용
    # English
    available only to subscribers, only available to subscribers, available to subscribers only,
    become a member to read, to continue reading become, to continue reading subscribe,
    to continue reading please subscribe, to read the full story subscribe,
    read the full article with a subscription, keep reading with a subscription,
    you have reached your article limit, reached your free article limit,
    this content is for members only, this story is for subscribers, premium article
    # Further languages
    доступен только подписчикам, только подписчикам, по подписке, чтобы дочитать, лише передплатникам,
    доступно передплатникам, тек жазылушыларға, жазылушыларға ғана, jetzt abo abschließen,
    jetzt weiterlesen, mit plus weiterlesen, nur mit abo, lesen sie weiter mit, pour lire la suite,
    la suite est réservée, abonnés uniquement, sólo para suscriptores, hazte suscriptor,
    para seguir leyendo, continue lendo com, exclusivo assinantes, per continuare a leggere abbonati,
    continua a leggere abbonati, abone olun, devamını okumak için, tylko dla prenumeratorów,
    tylko dla subskrybentów, dostępny dla prenumeratorów, alleen voor abonnees, alleen voor leden,
    exclusief voor abonnees, endast för prenumeranter, för prenumeranter, kun for abonnenter,
    pouze pro předplatitele, jen pro předplatitele, vain tilaajille, فقط برای مشترکین, למנויים בלבד,
    付费阅读全文, 订阅后阅读, 有料会員, 残り文字, 유료 구독
";

static PRIVACY: &str = "
    cookie*, privacy, your data, tracking, конфиденциальност*, куки, vie privée, données, datenschutz*,
    privatsphäre, privacidad, privacidade, privatezza, çerez*, gizlilik, خصوصية, ملفات تعريف الارتباط, 隐私,
    隱私, クッキー, プライバシー, 개인정보, 쿠키, gdpr, dsgvo, rgpd
    cookies, partners, rastreo, partenaires, informativa sui cookie, vos préférences, your choices,
    конфиденциальность, файлы cookie, soukromí, integritet, ciasteczk*
";

static CONSENT: &str = "
    before you continue, we value your, accept all, accept cookies, consent*, agree, i agree, i accept,
    accept and continue, согласи*, принять, принимаю, avant de continuer, tout accepter, accepter,
    consentement, zustimm*, akzeptier*, einwillig*, bevor sie fortfahren, aceptar, acepto, consentimiento,
    aceitar, aceito, consentimento, accetta*, consenso, kabul, onay, موافق, قبول, 同意, 接受, 允许, 동의, akkoord,
    instemm*, zgod*, zgadzam
    accept all, reject all, manage options, manage preferences, tout refuser, continuer sans accepter,
    alle akzeptieren, alle ablehnen, aceptar todo, rechazar todo, aceitar tudo, accetta tutto,
    accetta e continua, akkoord, alles accepteren, zaakceptuj, přijmout vše, godkänn alla, принять все,
    tümünü kabul et, すべて同意, 全部接受, 모두 동의
";

static LEGAL_BLOCK: &str = "
    unavailable for legal reasons, unavailable due to legal reasons, access has been restricted by law,
    not available in your country, not available in your region,
    not available in your location, isn t available in your country, isn t available in your region,
    unavailable in your country, unavailable in your region, unavailable in most european countries,
    not available in your territory, access from the european economic area,
    countries of the european economic area, block access from your country,
    доступ к ресурсу ограничен, доступ к информационному ресурсу ограничен, доступ к сайту ограничен,
    доступ к запрашиваемому ресурсу ограничен, доступ ограничен на основании,
    доступ к ресурсу заблокирован,
    недоступен в вашей стране, недоступно в вашей стране,
    недоступен в вашем регионе, доступ до сайту обмежено,
    заңнамасына сәйкес бұғатталған, сіздің елде қолжетімсіз, n est pas disponible dans votre pays,
    pas accessible dans votre pays, indisponible dans votre pays, indisponible dans votre région,
    in ihrem land nicht verfügbar,
    in ihrer region nicht verfügbar, aus rechtlichen gründen nicht,
    no está disponible en tu país, no está disponible en su país, no disponible en tu región,
    não está disponível no seu país, indisponível no seu país,
    non è disponibile nel tuo paese,
    non disponibile nel tuo paese, sito sottoposto a sequestro, erişime engellen*,
    erişim engellenmiştir, ülkenizde kullanılamıyor, محجوب, غير متاح في بلدك,
    غير متوفر في بلدك, 根据相关法律法规, 依据相关法律, 您所在的地区, 您所在的国家, 您所在的國家,
    お住まいの地域ではご利用, お住まいの国では, 귀하의 국가에서, 불법 유해 정보
    # Operators
    situs ini diblokir, internet positif, situs diblokir, website blocked by,
    this site has been blocked by order, blocked under instructions, blocked as per,
    сайт внесен в реестр, внесен в реестр запрещенных, үкімет шешімімен бұғатталған,
    access to this site is blocked by law, zugriff auf diese seite wurde gesperrt aufgrund,
    n est pas disponible dans votre région, 该网站依法, 차단 안내, warning or kr
";

static LEGAL_GROUND: &str = "
    for legal reasons, due to legal reasons, blocked by court order, blocked by order of,
    blocked in accordance with, заблокирован по решению,
    по решению суда, роскомнадзор*, на основании федерального закона, за рішенням суду,
    сот шешімі бойынша, pour des raisons légales, bloqué par décision, aus rechtlichen gründen,
    por razones legales, por orden judicial, por motivos legais, por ordem judicial,
    por decisão judicial, per motivi legali, 5651 sayılı, لأسباب قانونية, 因法律原因, 法的な理由, 法律により,
    by court order, by order of the court, in accordance with the law
";
