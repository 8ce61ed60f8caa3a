//! What re-registered domains sell. One such word means nothing; a page full of them, on the
//! domain of a newspaper, does.

use super::Class;
use super::table::Table;

pub(super) static TABLES: &[Table] = &[Table { class: Class::Junk, phrases: JUNK }];

static JUNK: &str = "
    # gambling
    casino*, kasino*, cassino*, slots, slot online, slot machine*, free spins, jackpot*, poker, gambling,
    betting, sportsbook*, bookmaker*, sports bet*, roulette, blackjack, 1xbet, mostbet, pin up, melbet,
    vulkan, gacor, togel, judi*, situs slot, bandar, rtp live, казино, игровые автоматы, игровых автоматов,
    букмекер*, ставки на спорт, вулкан, фриспин*, рулетк*, слоты, онлайн казино, спортқа бәс,
    ігрові автомати, spielautomat*, sportwetten, wettanbieter*, glücksspiel*, jeux d argent,
    paris sportifs, machines à sous, apuestas, tragamonedas, tragaperras, apostas, caça níqueis, scommesse,
    gioco d azzardo, bahis*, kumar*, iddaa, kaçak iddaa, deneme bonusu, zakłady bukmacherskie, gokkasten,
    قمار, كازينو, مراهنات, 博彩, 赌场, 賭場, 娱乐城, 娛樂城, 彩票, 棋牌, 百家乐, 老虎机, 体育投注, カジノ, パチンコ, ブックメーカー, 카지노, 바카라, 토토,
    สล็อต, บาคาร่า, คาสิโน, nhà cái, cá cược
    # money
    payday loan*, cash advance, personal loan*, loans online, bad credit, instant loan*, займ*, заём, заем,
    микрозайм*, мфо, кредит онлайн, деньги на карту, без отказа, микрокредит*, несие онлайн, позика онлайн,
    кредит без, kredit ohne, sofortkredit, minikredit, prêt rapide, crédit rapide, préstamos rápidos,
    préstamo online, empréstimo online, empréstimo rápido, prestiti veloci, pożyczk*, crypto trading,
    forex, binary options, бинарные опционы, форекс, 网贷, 贷款
    # essays
    essay writing, write my essay, essay writer*, custom essay*, buy essay*, essays, dissertation help,
    do your homework, homework help, term paper*, paper writing, order a paper, plagiarism report,
    курсовые на заказ, дипломные на заказ, диплом на заказ, реферат на заказ, ghostwriter*,
    hausarbeit schreiben lassen, 代写
    # pills and flesh
    viagra, cialis, levitra, виагра, сиалис, online pharmacy, porn*, xxx, escort*, sex cam*, adult dating,
    onlyfans, порно*, эскорт, проститутк*, интим услуги, 色情, 成人视频, アダルト, 야동
    # goods
    replica watches, cheap jerseys, fake rolex, louis vuitton outlet, weight loss pills, cbd oil,
    vape shop, реплики часов, купить диплом, дипломы купить, buy followers, buy backlinks, seo services
";
