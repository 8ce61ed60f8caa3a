//! Words that say nothing about which work a title names.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Whether a folded word is a function word in one of the common languages.
pub(in crate::check) fn is_stopword(word: &str) -> bool {
    static SET: LazyLock<HashSet<&str>> =
        LazyLock::new(|| LISTS.iter().flat_map(|list| list.split(' ')).collect());
    SET.contains(word)
}

/// Folded (see `fold`); English, German, French, Spanish, Portuguese, Italian, Dutch, Turkish,
/// Polish, Russian, Ukrainian, Kazakh, Arabic.
const LISTS: &[&str] = &[
    "the and for with from into over under about after before than that this these those their its his her our \
     your you who what when where why how which are was were been being has have had not but nor all any can \
     will would should could may might out off per via says said new",
    "der die das den dem des ein eine einer eines einem einen und oder aber nicht mit von vom zum zur bei auf aus \
     fur gegen nach uber unter vor wie was wer ist sind war wird werden hat haben sich als auch noch nur im am",
    "les des une dans pour par sur avec sans sous entre vers chez est sont ete etre ont pas plus que qui quoi \
     dont leur leurs nos vos ces cette cet aux du au la le et en",
    "los las una uno unos unas del para por con sin sobre entre desde hasta que quien como pero mas sus este esta \
     estos estas son fue ser hay muy al el se su y o de",
    "dos das uma uns umas pelo pela pelos pelas com sem sobre entre desde ate que quem como mas seus suas este \
     esta sao foi ser nao em no na ao os as um",
    "gli della delle dello degli dei nel nella nelle sul sulla con senza per tra fra che chi come sono stato non \
     piu suo sua loro questo questa il lo un ed",
    "het een van voor met zonder naar bij uit niet zijn wordt werd door over onder maar ook dat dit deze die",
    "bir ile icin ama veya gibi kadar daha cok olan olarak bu su ve de da mi ne",
    "oraz dla przez przed pod nad bez nie sie jest byl jak czy ale ktory na do od za po ze",
    "и в во на не что как по из за от до для при без под над или но же бы ли это его ее их он она они мы вы так \
     уже еще был была были быть со об обо у к о с а",
    "та і й у в на не що як по із за від до для при без під над або але ж це його її їх він вона вони ми ви з",
    "және мен бен пен үшін туралы бойынша деп бұл осы сол бір да де та те еді емес арқылы кейін дейін",
    "في من الي علي عن مع هذا هذه التي الذي ان كان كانت قد لا ما بين بعد قبل عند",
];

#[cfg(test)]
mod tests {
    use super::super::fold;
    use super::*;

    #[test]
    fn the_lists_are_folded() {
        for word in LISTS.iter().flat_map(|list| list.split(' ')) {
            assert_eq!(fold(word), word);
        }
    }
}
