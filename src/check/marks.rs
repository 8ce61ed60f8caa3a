//! Marks of vendors in the source of a page: script addresses, element ids and variable names
//! that protection and parking services cannot do without.
//!
//! Collected from the vendors' documentation, from public block pages, and from the rule sets of
//! `wafw00f` (BSD) and the `is-antibot` project (MIT).

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

/// What a mark gives away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// A challenge or block page of this vendor.
    Challenge(&'static str),
    /// A script this vendor also puts into ordinary pages: it tells only where the server refused.
    Protected(&'static str),
    /// A captcha that also stands in forms: it tells only on a page with hardly a word.
    Captcha(&'static str),
    /// A parking service.
    Parking(&'static str),
}

/// The marks of a page, without repeats.
#[derive(Debug, Default)]
pub(super) struct Marks(Vec<Mark>);

impl Marks {
    /// Looks through the source, in any case of letters.
    pub(super) fn find(html: &str) -> Self {
        let mut found = Vec::new();
        for hit in AUTOMATON.find_iter(html) {
            let mark = MARKS[hit.pattern().as_usize()].1;
            if !found.contains(&mark) {
                found.push(mark);
            }
        }
        Self(found)
    }

    /// The first mark that `pick` makes something of.
    pub(super) fn first<T>(&self, pick: impl Fn(Mark) -> Option<T>) -> Option<T> {
        self.0.iter().copied().find_map(pick)
    }
}

static AUTOMATON: LazyLock<AhoCorasick> = LazyLock::new(|| {
    AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::LeftmostLongest)
        .kind(Some(AhoCorasickKind::ContiguousNFA))
        .build(MARKS.iter().map(|(needle, _)| needle))
        .expect("two hundred short patterns fit an automaton")
});

use Mark::{Captcha, Challenge, Parking, Protected};

static MARKS: &[(&str, Mark)] = &[
    ("_cf_chl_opt", Challenge("Cloudflare")),
    ("cf-browser-verification", Challenge("Cloudflare")),
    ("cf-challenge-running", Challenge("Cloudflare")),
    ("orchestrate/chl_page", Challenge("Cloudflare")),
    ("orchestrate/jsch", Challenge("Cloudflare")),
    ("orchestrate/captcha", Challenge("Cloudflare")),
    ("orchestrate/managed", Challenge("Cloudflare")),
    ("cf-error-details", Protected("Cloudflare")),
    ("cf.errors.css", Protected("Cloudflare")),
    ("/cdn-cgi/challenge-platform/", Protected("Cloudflare")),
    ("challenges.cloudflare.com/turnstile", Captcha("Cloudflare Turnstile")),
    ("captcha-delivery.com", Challenge("DataDome")),
    ("px-captcha", Challenge("PerimeterX")),
    ("captcha.px-cdn.net", Challenge("PerimeterX")),
    ("captcha.px-cloud.net", Challenge("PerimeterX")),
    ("window._pxAppId", Protected("PerimeterX")),
    ("_Incapsula_Resource?CWUDNSAI", Challenge("Imperva")),
    ("Incapsula incident ID", Challenge("Imperva")),
    ("_Incapsula_Resource", Protected("Imperva")),
    ("errors.edgesuite.net", Challenge("Akamai")),
    ("sec-if-cpt-container", Challenge("Akamai")),
    ("/_sec/cp_challenge", Challenge("Akamai")),
    ("Reference&#32;&#35;", Protected("Akamai")),
    ("Reference #", Protected("Akamai")),
    ("/149e9513-01fa-4fb0-aad4-566afd725d1b/", Challenge("Kasada")),
    ("window.KPSDK", Challenge("Kasada")),
    ("KPSDK.scriptStart", Challenge("Kasada")),
    ("token.awswaf.com", Challenge("AWS WAF")),
    ("AwsWafIntegration", Challenge("AWS WAF")),
    ("AwsWafCaptcha", Challenge("AWS WAF")),
    ("window.gokuProps", Challenge("AWS WAF")),
    ("sucuri_cloudproxy_js", Challenge("Sucuri")),
    ("Sucuri WebSite Firewall", Challenge("Sucuri")),
    ("cdn.sucuri.net/sucuri-firewall-block", Challenge("Sucuri")),
    ("/.well-known/ddos-guard/", Challenge("DDoS-Guard")),
    ("check.ddos-guard.net", Challenge("DDoS-Guard")),
    ("ddos-guard/js-challenge", Challenge("DDoS-Guard")),
    ("anubis_challenge", Challenge("Anubis")),
    (".within.website/x/cmd/anubis", Challenge("Anubis")),
    ("/.basedflare/", Challenge("Basedflare")),
    ("/.git.gammaspectra.live/", Challenge("go-away")),
    ("/cerberus/", Captcha("Cerberus")),
    ("hcaptcha.com/1/api.js", Captcha("hCaptcha")),
    ("class=\"h-captcha", Captcha("hCaptcha")),
    ("g-recaptcha", Captcha("reCAPTCHA")),
    ("recaptcha/api.js", Captcha("reCAPTCHA")),
    ("recaptcha/enterprise.js", Captcha("reCAPTCHA")),
    ("friendlycaptcha", Captcha("Friendly Captcha")),
    ("altcha-widget", Captcha("ALTCHA")),
    ("mtcaptcha.com", Captcha("MTCaptcha")),
    ("arkoselabs.com", Captcha("Arkose")),
    ("funcaptcha.com", Captcha("Arkose")),
    ("geetest.com", Captcha("GeeTest")),
    ("initGeetest", Captcha("GeeTest")),
    ("smartcaptcha.yandex", Captcha("Yandex SmartCaptcha")),
    ("captcha-api.yandex", Captcha("Yandex SmartCaptcha")),
    ("/showcaptcha?", Challenge("Yandex SmartCaptcha")),
    ("/checkcaptcha?", Challenge("Yandex SmartCaptcha")),
    ("errors/validateCaptcha", Challenge("Amazon")),
    ("/sorry/index?continue", Challenge("Google")),
    ("__qrator", Challenge("Qrator")),
    ("qrator/qauth", Challenge("Qrator")),
    ("acw_sc__v2", Challenge("Alibaba")),
    ("aliyun_waf", Challenge("Alibaba")),
    ("_____tmd_____", Challenge("Alibaba")),
    ("AWSC/AWSC/awsc.js", Captcha("Alibaba")),
    ("TencentCaptcha", Captcha("Tencent")),
    ("turing.captcha.qcloud.com", Captcha("Tencent")),
    ("waf.tencent.com/501page", Challenge("Tencent")),
    ("wappass.baidu.com", Challenge("Baidu")),
    ("__jsl_clearance", Challenge("Jiasule")),
    ("yunsuo_session", Challenge("Yunsuo")),
    ("safedog.cn", Challenge("Safedog")),
    ("Please consult with your administrator", Challenge("F5")),
    ("/TSPD/", Challenge("F5")),
    ("window[\"bobcmn\"]", Challenge("F5")),
    ("Radware Bot Manager", Challenge("Radware")),
    ("validate.perfdrive.com", Challenge("Radware")),
    ("shieldsquare", Challenge("Radware")),
    ("window.rbzns", Challenge("Reblaze")),
    ("rbzid=", Challenge("Reblaze")),
    ("/_fs-ch-", Challenge("Fastly")),
    ("Vercel Security Checkpoint", Challenge("Vercel")),
    ("/.well-known/vercel/security/", Challenge("Vercel")),
    ("afd_azwaf", Challenge("Azure WAF")),
    ("azure-waf-challenge", Challenge("Azure WAF")),
    ("Generated by Wordfence", Challenge("Wordfence")),
    ("wordfence.com/help/?query=locked-out", Challenge("Wordfence")),
    ("NinjaFirewall", Challenge("NinjaFirewall")),
    ("Mod_Security", Protected("ModSecurity")),
    ("ModSecurity", Protected("ModSecurity")),
    ("/.well-known/sgcaptcha/", Challenge("SiteGround")),
    ("/.well-known/captcha/", Challenge("SiteGround")),
    ("/.lsrecap/", Challenge("LiteSpeed")),
    ("lsrecaptcha", Challenge("LiteSpeed")),
    ("imunify360", Challenge("Imunify360")),
    ("wsidchk", Challenge("Imunify360")),
    ("sp_rst.js", Challenge("StackPath")),
    ("/sbbi/?sbbpg", Challenge("StackPath")),
    ("bitninja", Protected("BitNinja")),
    ("blzgfst-shark", Challenge("BlazingFast")),
    ("queue-it.net", Challenge("Queue-it")),
    ("slowAES.decrypt", Challenge("testcookie")),
    ("distil_r_captcha", Challenge("Distil")),
    ("distilnetworks", Protected("Distil")),
    ("ct_anticrawler", Challenge("CleanTalk")),
    ("cleantalk-firewall", Challenge("CleanTalk")),
    (".bunny-shield/", Challenge("Bunny Shield")),
    ("myracloud", Protected("Myra")),
    ("edgeone-captcha", Challenge("EdgeOne")),
    ("cloudbric", Protected("Cloudbric")),
    ("parkingcrew", Parking("ParkingCrew")),
    ("d1lxhc4jvstzrp.cloudfront.net", Parking("ParkingCrew")),
    ("sedoparking", Parking("Sedo")),
    ("sedo.com/search/details", Parking("Sedo")),
    ("img.sedoparking.com", Parking("Sedo")),
    ("bodiscdn.com", Parking("Bodis")),
    ("parking.bodis.com", Parking("Bodis")),
    ("data-adblockkey", Parking("an advertising parking service")),
    ("google.com/adsense/domains/caf.js", Parking("an advertising parking service")),
    ("wsimg.com/parking-lander", Parking("GoDaddy")),
    ("afternic.com/forsale", Parking("Afternic")),
    ("dan.com/buy-domain", Parking("Dan.com")),
    ("cdn0.dan.com", Parking("Dan.com")),
    ("hugedomains.com/domain_profile", Parking("HugeDomains")),
    ("buydomains.com/lander", Parking("BuyDomains")),
    ("domainmarket.com/buynow", Parking("DomainMarket")),
    ("undeveloped.com/buy-domain", Parking("Undeveloped")),
    ("parklogic.com", Parking("ParkLogic")),
    ("above.com/marketplace", Parking("Above.com")),
    ("uniregistry.com/market", Parking("Uniregistry")),
    ("uniregistry.com/buy-domains", Parking("Uniregistry")),
    ("smartname.com", Parking("SmartName")),
    ("namebright.com/coming-soon", Parking("NameBright")),
    ("/parking-page/", Parking("a registrar")),
    ("parking.reg.ru", Parking("REG.RU")),
    ("reg.ru/domain/new/rereg", Parking("REG.RU")),
    ("parking.nic.ru", Parking("RU-CENTER")),
    ("namecheap.com/parking", Parking("Namecheap")),
    ("dns-parking.com", Parking("Hostinger")),
    ("nicparking", Parking("a registrar")),
    ("domainpark", Parking("a registrar")),
    ("skenzo", Parking("Skenzo")),
    ("voodoo.com", Parking("Voodoo")),
    ("efty.com", Parking("Efty")),
    ("atom.com/name/", Parking("Atom")),
    ("squadhelp.com/name/", Parking("Squadhelp")),
    ("brandbucket.com/names", Parking("BrandBucket")),
    ("spaceship.com/domain-parking", Parking("Spaceship")),
    ("onamae.com/parking", Parking("Onamae")),
    ("parking.value-domain", Parking("Value Domain")),
    ("4.cn/buynow", Parking("4.cn")),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_found_in_any_case_and_the_longest_wins() {
        let found = Marks::find("<SCRIPT src=/_INCAPSULA_Resource?CWUDNSAI=1></SCRIPT><div id=px-captcha>");
        assert_eq!(found.0, [Challenge("Imperva"), Challenge("PerimeterX")]);
        assert_eq!(found.first(|mark| matches!(mark, Parking(_)).then_some(())), None);
    }
}
