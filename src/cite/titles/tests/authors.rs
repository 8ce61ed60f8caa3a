//! Authors, whatever leads to them and whatever stands between them and the address.

use super::describe;

fn author(note: &str) -> Option<String> {
    describe(note).author
}

#[test]
fn an_author_behind_a_signal() {
    for note in [
        "Vgl. Jane Doe, „Der Kran am Hafen“, Hafenblatt, 3. Mai 2012, @ (abgerufen am 4. Juni 2013).",
        "Vgl. dazu Jane Doe, „Der Kran am Hafen“, Hafenblatt, 3. Mai 2012, @.",
        "Vgl. hierzu ausführlich Jane Doe, „Der Kran am Hafen“, Hafenblatt, 3. Mai 2012, @.",
        "Siehe auch Jane Doe, „Der Kran am Hafen“, Hafenblatt, 2012, S. 4, @.",
        "See Jane Doe, “The Harbour Crane,” Harbour Paper, May 3, 2012, @, accessed June 4, 2013.",
        "See generally Jane Doe, “The Harbour Crane,” Harbour Paper, May 3, 2012, @.",
        "But see Jane Doe, “The Harbour Crane,” Harbour Paper, May 3, 2012, @.",
        "Cf. Jane Doe, “The Harbour Crane,” Harbour Paper, May 3, 2012, @.",
        "Jane Doe, “The Harbour Crane,” Harbour Paper, May 3, 2012, pp. 12–14, @.",
        "See pp. 12–14 of Jane Doe, “The Harbour Crane,” Harbour Paper, @.",
        "See p. 12 in Jane Doe, “The Harbour Crane,” Harbour Paper, @.",
        "Vgl. S. 14 in Jane Doe, „Der Kran am Hafen“, Hafenblatt, @.",
        "Vgl. hierzu S. 14 f. in: Jane Doe, „Der Kran am Hafen“, Hafenblatt, @.",
        "Voir Jane Doe, « La grue du port », Le Quai, 3 mai 2012, p. 4, @ (consulté le 4 juin 2013).",
        "Voir p. 4 de Jane Doe, « La grue du port », Le Quai, 3 mai 2012, @.",
        "Véase Jane Doe, «La grúa del puerto», El Muelle, 3 de mayo de 2012, p. 4, @.",
        "Jane Doe, “The Harbour Crane,” @.",
        "See Jane Doe, “The Harbour Crane,” 2012, @.",
        "Jane Doe, “The Harbour Crane,” p. 4, @ (accessed June 4, 2013).",
    ] {
        assert_eq!(author(note).as_deref(), Some("Jane Doe"), "{note}");
    }
}

#[test]
fn an_inverted_author_behind_a_signal() {
    for note in [
        "Vgl. Müller, Hans: Der Kran am Hafen, S. 12–14, @ (Zugriff: 04.06.2013).",
        "Vgl. Müller, Hans: Der Kran am Hafen. In: Hafenblatt, 3. Mai 2012, S. 4, @ (abgerufen am 04.06.2013).",
        "Müller, Hans: „Der Kran am Hafen“, S. 4, @.",
        "Müller, Hans, “The Harbour Crane,” @.",
        "Vgl. Müller, Hans, „Der Kran am Hafen“, Hafenblatt, @.",
    ] {
        assert_eq!(author(note).as_deref(), Some("Müller, Hans"), "{note}");
    }
    for note in [
        "См. Иванов И. И. «Портовый кран» // Гавань. 2012. № 4. С. 12–14. URL: @ (дата обращения: 04.06.2013).",
        "См.: Иванов И. И. Портовый кран // Гавань. 2012. № 4. С. 12–14. URL: @ (дата обращения: 04.06.2013).",
    ] {
        assert_eq!(author(note).as_deref(), Some("Иванов И. И."), "{note}");
    }
}

#[test]
fn several_authors() {
    for (note, authors) in [
        ("Jane Doe, Peter Roe, “The Harbour Crane,” _Harbour Paper_, 2012, @.", "Jane Doe, Peter Roe"),
        (
            "Jane Doe, Peter Roe, Jane Watermeyer, Peter Rivers, Jane Harbourmaster, Peter Boatswain, Jane Dockside, \
             and Peter Lock, “The Harbour Crane,” Harbour Paper, 2012, @.",
            "Jane Doe",
        ),
        ("Jane Doe and Peter Roe, “The Harbour Crane,” Harbour Paper, 2012, @.", "Jane Doe and Peter Roe"),
    ] {
        assert_eq!(author(note).as_deref(), Some(authors), "{note}");
    }
}

/// Who issues a work without an author is its source.
#[test]
fn an_organisation_is_no_author() {
    for note in ["Water Board, “The Harbour Crane,” @.", "Hafenamt, „Der Kran am Hafen“, 2012, @."] {
        assert_eq!(author(note), None, "{note}");
    }
}
