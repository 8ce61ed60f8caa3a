use super::{Node, Xml};

/// Names, texts and ends, and the fault if there is one.
fn seen(source: &str) -> String {
    let mut xml = Xml::new(source);
    let mut seen = Vec::new();
    while let Some(node) = xml.next() {
        seen.push(match node {
            Node::Start(element) => format!("<{}", String::from_utf8_lossy(element.name())),
            Node::End(_) => ">".to_owned(),
            Node::Text(text) => text.into_owned(),
        });
    }
    seen.extend(xml.fault().map(|fault| format!("!{fault}")));
    seen.join("|")
}

#[test]
fn reads_elements_by_local_name() {
    assert_eq!(
        seen("<?xml version='1.0'?><w:p xmlns:w='x'><w:t>A &amp; &#x411;</w:t><w:br/></w:p>"),
        "<p|<t|A |&| |Б|>|<br|>|>"
    );
    assert_eq!(seen("<a><![CDATA[1 < 2]]></a>"), "<a|1 < 2|>");
}

#[test]
fn resolves_attributes() {
    let mut xml = Xml::new("<r Target='http://a.example/?a=1&amp;b=2' x:id='7'/>");
    let Some(Node::Start(element)) = xml.next() else { panic!("an element") };
    assert_eq!(element.attribute("Target").as_deref(), Some("http://a.example/?a=1&b=2"));
    assert_eq!(element.number("id"), Some(7));
    assert_eq!(element.attribute("none"), None);
}

#[test]
fn stops_at_faults() {
    assert_eq!(seen("<a>text"), "<a|text|!breaks off or is damaged");
    assert_eq!(seen("<a></b>"), "<a|!breaks off or is damaged");
    assert_eq!(seen("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>"), "!declares a document type of its own");
    assert!(seen(&"<a>".repeat(5000)).ends_with("!is nested too deep"));
}

#[test]
fn skips_to_the_end_of_an_element() {
    let mut xml = Xml::new("<a><b><c>x</c></b><d/></a>");
    xml.next();
    xml.next();
    xml.skip();
    let Some(Node::Start(element)) = xml.next() else { panic!("an element") };
    assert_eq!(element.name(), b"d");
}
