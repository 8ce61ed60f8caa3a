//! Running text in many languages, and the pages made of it. All of it is invented.

pub(super) const EN: &str = "The harbour board met on Tuesday and heard that the old crane would not be repaired \
before the winter, although the money had been set aside for it two years ago. Dockers said that they had stopped \
believing in dates. An engineer who had warned of rust in the main joint was moved to another office in March. The \
town council asked for the minutes and got a summary of one page. Trade through the harbour fell by a fifth in the \
same year, and two shipping lines now call at the neighbouring port instead. The mayor told reporters that the matter \
was in good hands. Residents of the lower streets remember when the crane lifted whole railway carriages, and wonder \
who will lift them out of the mud. A committee of the assembly will hear the board again in the autumn.";

pub(super) const RU: &str = "Совет порта собрался во вторник и узнал, что старый кран до зимы не починят, хотя деньги \
на ремонт были выделены ещё два года назад. Докеры говорят, что перестали верить срокам. Инженера, который \
предупреждал о ржавчине в главном узле, весной перевели в другой отдел. Городская дума запросила протоколы, но \
получила справку на одной странице. Грузооборот за год упал на пятую часть, и две судоходные компании теперь заходят \
в соседний порт. Мэр заявил журналистам, что вопрос находится на контроле. Жители нижних улиц помнят, как кран \
поднимал целые вагоны. Комиссия собрания снова заслушает руководство порта осенью, а пока причал остаётся закрытым.";

pub(super) const KK: &str = "Порт кеңесі сейсенбіде жиналып, ескі кранның қысқа дейін жөнделмейтінін білді, ал жөндеуге \
ақша осыдан екі жыл бұрын бөлінген болатын. Жүк тиеушілер мерзімдерге сенуді қойғанын айтады. Басты түйіндегі тот \
туралы ескерткен инженерді көктемде басқа бөлімге ауыстырды. Қалалық мәслихат хаттамаларды сұратты, бірақ бір беттік \
анықтама алды. Жүк айналымы бір жылда бестен біріне кеміді, екі кеме компаниясы енді көрші портқа кіреді. Әкім \
журналистерге мәселе бақылауда екенін айтты. Төменгі көшелердің тұрғындары кранның тұтас вагондарды көтергенін еске \
алады. Комиссия порт басшылығын күзде қайта тыңдайды.";

pub(super) const UK: &str = "Рада порту зібралася у вівторок і дізналася, що старий кран до зими не полагодять, хоча \
гроші на ремонт виділили ще два роки тому. Докери кажуть, що перестали вірити строкам. Інженера, який попереджав про \
іржу в головному вузлі, навесні перевели до іншого відділу. Міська рада попросила протоколи, але отримала довідку на \
одну сторінку. Вантажообіг за рік упав на п'яту частину, і дві судноплавні компанії тепер заходять до сусіднього \
порту. Мер заявив журналістам, що питання перебуває на контролі. Мешканці нижніх вулиць пам'ятають, як кран піднімав \
цілі вагони.";

pub(super) const FR: &str = "Le conseil du port s'est réuni mardi et a appris que la vieille grue ne serait pas réparée \
avant l'hiver, bien que l'argent soit réservé depuis deux ans. Les dockers disent qu'ils ont cessé de croire aux \
dates. Un ingénieur qui avait signalé la rouille du joint principal a été muté au printemps. La mairie a demandé les \
procès-verbaux et n'a reçu qu'un résumé d'une page. Le trafic a baissé d'un cinquième en un an, et deux compagnies \
font désormais escale dans le port voisin. Le maire a déclaré aux journalistes que le dossier était en bonnes mains. \
Les habitants des rues basses se souviennent du temps où la grue soulevait des wagons entiers.";

pub(super) const DE: &str = "Der Hafenrat tagte am Dienstag und erfuhr, dass der alte Kran vor dem Winter nicht mehr \
repariert wird, obwohl das Geld dafür seit zwei Jahren bereitliegt. Die Hafenarbeiter sagen, sie glaubten an keine \
Termine mehr. Ein Ingenieur, der vor Rost am Hauptgelenk gewarnt hatte, wurde im Frühjahr versetzt. Der Stadtrat bat \
um die Protokolle und bekam eine Zusammenfassung von einer Seite. Der Umschlag ging im selben Jahr um ein Fünftel \
zurück, zwei Reedereien laufen nun den Nachbarhafen an. Der Bürgermeister sagte vor der Presse, die Sache sei in guten \
Händen. Die Bewohner der unteren Straßen erinnern sich, wie der Kran ganze Waggons hob.";

pub(super) const ES: &str = "La junta del puerto se reunió el martes y supo que la vieja grúa no se reparará antes del \
invierno, aunque el dinero estaba reservado desde hace dos años. Los estibadores dicen que dejaron de creer en las \
fechas. Un ingeniero que había advertido sobre el óxido de la junta principal fue trasladado en primavera. El \
ayuntamiento pidió las actas y recibió un resumen de una página. El tráfico cayó una quinta parte en un año, y dos \
navieras hacen ahora escala en el puerto vecino. El alcalde declaró a la prensa que el asunto estaba en buenas manos. \
Los vecinos de las calles bajas recuerdan cuando la grúa levantaba vagones enteros.";

pub(super) const PT: &str = "A administração do porto reuniu-se na terça-feira e soube que o velho guindaste não será \
consertado antes do inverno, embora o dinheiro esteja reservado há dois anos. Os estivadores dizem que deixaram de \
acreditar em prazos. Um engenheiro que tinha alertado para a ferrugem na junta principal foi transferido na primavera. \
A câmara municipal pediu as atas e recebeu um resumo de uma página. O movimento caiu um quinto num ano, e duas \
companhias fazem agora escala no porto vizinho. O prefeito disse aos jornalistas que o assunto estava em boas mãos.";

pub(super) const IT: &str = "Il consiglio del porto si è riunito martedì e ha saputo che la vecchia gru non sarà riparata \
prima dell'inverno, benché il denaro sia stato stanziato da due anni. I portuali dicono di non credere più alle date. \
Un ingegnere che aveva segnalato la ruggine nel giunto principale è stato trasferito in primavera. Il comune ha chiesto \
i verbali e ha ricevuto un riassunto di una pagina. Il traffico è calato di un quinto in un anno, e due compagnie fanno \
ora scalo nel porto vicino. Il sindaco ha detto ai giornalisti che la questione è in buone mani.";

pub(super) const TR: &str = "Liman kurulu salı günü toplandı ve eski vincin kıştan önce onarılmayacağını öğrendi, oysa bu \
iş için para iki yıl önce ayrılmıştı. Liman işçileri artık tarihlere inanmadıklarını söylüyor. Ana eklemdeki pas \
konusunda uyaran mühendis ilkbaharda başka bir göreve atandı. Belediye meclisi tutanakları istedi, ama yalnızca bir \
özet alabildi. Limandaki ticaret bir yılda beşte bir azaldı ve iki denizcilik şirketi komşu limana uğramaya başladı. \
Belediye başkanı gazetecilere konunun emin ellerde olduğunu söyledi.";

pub(super) const AR: &str = "اجتمع مجلس الميناء يوم الثلاثاء وعلم أن الرافعة القديمة لن تصلح قبل الشتاء، على الرغم من أن المال \
خصص لها قبل عامين. ويقول عمال الميناء إنهم توقفوا عن تصديق المواعيد. ونقل المهندس الذي حذر من الصدأ في المفصل الرئيسي إلى مكتب \
آخر في الربيع. وطلب المجلس البلدي المحاضر فحصل على ملخص من صفحة واحدة. وتراجعت التجارة عبر الميناء بمقدار الخمس في السنة \
نفسها، وباتت شركتان ترسوان في الميناء المجاور. وقال رئيس البلدية للصحفيين إن الأمر في أيد أمينة. ويتذكر سكان الشوارع \
السفلى كيف كانت الرافعة ترفع عربات كاملة.";

pub(super) const ZH: &str = "港务局周二开会得知，旧吊车在冬天之前不会修好，尽管维修的钱两年前就已经拨出。码头工人说，他们早就不相信任何日期了。\
一位曾经警告主关节生锈的工程师在春天被调到了别的部门。市议会要求查看会议记录，只得到一页纸的摘要。港口的贸易同年下降了五分之一，\
两家航运公司现在改停邻近的港口。市长对记者说，此事由专人负责。下城的居民还记得吊车吊起整节车厢的日子。议会的一个委员会将在秋天再次听取港务局的汇报。";

pub(super) const JA: &str = "港湾委員会は火曜日に開かれ、古いクレーンの修理は冬までに終わらないと報告された。修理費は二年前に用意されていたという。\
港で働く人々は、もう日程を信じていないと話す。主関節のさびを警告した技師は、春に別の部署へ移された。市議会は議事録を求めたが、\
受け取ったのは一枚の要約だけだった。港の取扱量は同じ年に五分の一減り、二つの船会社は隣の港に寄るようになった。市長は記者団に、\
問題は適切に扱われていると述べた。下町の住民は、クレーンが貨車を丸ごと持ち上げた日々を覚えている。";

/// The text in a language.
pub(super) fn in_language(language: &str) -> &'static str {
    match language {
        "en" => EN,
        "ru" => RU,
        "kk" => KK,
        "uk" => UK,
        "fr" => FR,
        "de" => DE,
        "es" => ES,
        "pt" => PT,
        "it" => IT,
        "tr" => TR,
        "ar" => AR,
        "zh" => ZH,
        "ja" => JA,
        other => panic!("no text in {other}"),
    }
}

/// A page with a title and anything for a body.
pub(super) fn page(title: &str, body: &str) -> String {
    format!(
        "<!doctype html><html><head><meta charset=utf-8><title>{title}</title></head><body>{body}</body></html>"
    )
}

/// An article in a site's template.
pub(super) fn article(title: &str, site: &str, text: &str) -> String {
    page(&format!("{title} | {site}"), &framed(&format!("<h1>{title}</h1><p>{text}</p><p>{text}</p>")))
}

/// A message in a site's template: a soft 404, say.
pub(super) fn notice(title: &str, heading: &str, words: &str) -> String {
    page(title, &framed(&format!("<h1>{heading}</h1><p>{words}</p>")))
}

/// A front page.
pub(super) fn front(site: &str, text: &str) -> String {
    let teasers: String = text
        .split(". ")
        .map(|teaser| format!("<h3><a href=/t>{teaser}</a></h3><div>{teaser}.</div>"))
        .collect();
    page(site, &framed(&format!("<h1>{site}</h1>{teasers}")))
}

fn framed(main: &str) -> String {
    let nav = "<nav><a href=/>Home</a> <a href=/news>News</a> <a href=/archive>Archive</a></nav>";
    format!("<script src=/app.js></script>{nav}<main>{main}</main><footer>All rights reserved</footer>")
}
