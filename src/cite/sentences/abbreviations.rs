//! Full stops that end no sentence.

use std::sync::LazyLock;

use crate::cite::lexicon::Lexicon;

/// What a full stop behind a word can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// Nothing but the end of the sentence.
    Plain,
    /// The word is never the last: `Mr.`, `z. B.`, `им.`.
    Never,
    /// The word is the last unless a number follows: `No. 4`, `Art. 5`, `Sept. 9`.
    BeforeNumber,
    /// The word may be the last, if the next one begins a sentence: `Inc.`, `U.S.`, `г.`.
    Either,
}

/// Words that are never the last.
static NEVER: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::words(
        "mr mrs ms dr prof gen sen rep gov col lt sgt capt rev hon mt st messrs pres supt vs v cf eg ie viz
         approx dept fr mme mlle hr bzw vgl ca sog z b d h u i bspw insb hrsg им ул др см т акад проф гос пл
         д кв обл тов ср sr sra srta dra dña ej ee uu dott ing avv sig ecc eds trans incl",
    )
});

/// Words before a number.
static BEFORE_NUMBER: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::words(
        "no nos nr art arts sec sect para paras par p pp pg vol vols fig figs ch ed n nn fn abs anm kap ст п
         с стр рис табл гл вып núm pág cap č čís čl sv roč poz jan feb mar apr jun jul aug sep sept oct nov dec op ann",
    )
});

/// Words that may be the last.
static EITHER: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::words(
        "inc ltd co corp llc plc bros jr sr etc al г гг в вв руб тыс млн млрд км э н usw mio mrd ver av bd
         univ assn int intl ж жж",
    )
});

/// Words that begin sentences rather than go on with a name.
static OPENERS: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::words(
        "the a an in on at it he she they we this that these those there but and however for as if when
         while after before since although by from its his her their one two some most many both several
         according under with no not another more such what who also even during despite meanwhile moreover
         furthermore le la les il elle ce der die das es er sie в на по это он она они как но и el los las
         en o os",
    )
});

/// What a full stop behind `word` (as printed, without it) can mean.
pub(super) fn stop_after(word: &str) -> Stop {
    if matches!(word, "a.m" | "p.m") {
        return Stop::Plain;
    }
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    if initial || word.contains('.') {
        return Stop::Either;
    }
    let lower = word.to_lowercase();
    let lower = lower.as_str();
    if NEVER.has(lower) {
        Stop::Never
    } else if BEFORE_NUMBER.has(lower) {
        Stop::BeforeNumber
    } else if EITHER.has(lower) {
        Stop::Either
    } else {
        Stop::Plain
    }
}

/// Whether a word begins sentences rather than goes on with a name.
pub(super) fn is_opener(word: &str) -> bool {
    OPENERS.has_any_case(word)
}
