//! That a domain can be had, or has run out.

use super::Class;
use super::table::Table;

pub(super) static TABLES: &[Table] =
    &[Table { class: Class::Domain, phrases: DOMAIN }, Table { class: Class::ForSale, phrases: FOR_SALE }];

static DOMAIN: &str = "
    domain*, web address, домен*, доменн*, nom de domaine, domaine*, webadresse*, dominio*, domínio*,
    alan adı*, domen*, domein*, domena, domeny, domenę, doména*, نطاق, دومين, دامنه, 域名, 网域, 網域, ドメイン, 도메인,
    โดเมน, tên miền
    domän*, domænet, domene, domeeni, doména*, domény, verkkotunnus, דומיין, alan adınız
";

static FOR_SALE: &str = "
    # English
    for sale, is for sale, may be for sale, buy this, buy now, make an offer, make offer,
    available for purchase, may still be available, still be available, inquire about, get this,
    purchase this, lease to own, has expired, expired, is parked, parked, been registered, was registered,
    recently registered, is registered, auction, renew, listed at, acquire, is available, not renewed,
    pending renewal, brokerage, price request
    # Russian, Ukrainian, Kazakh
    прода*, купить, куплю, припаркован*, истек*, истёк*, не продлен, не продлён, освобожда*,
    зарегистрирован*, не прилинкован, не привязан, не делегирован, аукцион*, стоимость, выкуп*, купити,
    закінчи*, зареєстрован*, сатыл*, сатып ал*, сатуға, тіркелген, мерзімі
    # German
    zu verkaufen, zum verkauf, kaufen, erwerben, reserviert, registriert, geparkt, kaufangebot, angebot*,
    abgelaufen, steht zur
    # French
    à vendre, en vente, acheter, a expiré, expiré, est réservé, réservé, enregistré, disponible à l achat,
    faire une offre, parking, parqué
    # Spanish, Portuguese, Italian
    en venta, a la venta, se vende, comprar, compra este, ha expirado, caducado, registrado, aparcado,
    estacionado, à venda, está à venda, expirou, in vendita, acquista*, comprare, scaduto, registrato,
    parcheggiato, è in vendita
    # Turkish, Polish, Dutch, Czech
    satılık, satın al*, süresi dol*, park edil*, tescil, na sprzedaż, kup, wygas*, zaparkowan*, te koop,
    kopen, gereserveerd, geregistreerd, na prodej
    # Arabic, Persian, Chinese, Japanese, Korean, Thai, Vietnamese
    للبيع, شراء, انتهت صلاحية, منتهي, محجوز, فروش, 出售, 转让, 轉讓, 购买, 購買, 待售, 到期, 过期, 過期, 停放, 求购, 販売, 売り出,
    売ります, 購入, 期限切れ, 有効期限, お名前, 取得されています, 판매, 구매, 만료, ขาย, bán
    # Registrars
    request price, own it today, verify your contact, verify your contact details, parked at, parked by,
    parked free, is coming soon, a bien été créé, est enregistré, está registrado, está registrada,
    è registrato, è stato registrato, utrzymywan*, zarejestrowan*, zaregistrován*, je registrován*,
    tescil edil*, registrerad, parkerad, er registreret, er parkert, реєстрац*, тіркелді, истёк*,
    регистрации истек, выставлен на, не настроен, שמור, ثبت شده, 正在出售, 联系方式, 已被注册, 已注册, 사용되지 않, 등록된
    # More
    interested in, accepts offers, submit an offer, preis auf anfrage, kontaktieren sie den,
    consultar precio, contactez le vendeur, делегирован, ещё не настроен
";
