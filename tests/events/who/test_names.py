"""The names of an article: which words belong together, what kind of thing they name, the fullest form of each."""

from collections.abc import Callable

import pytest

from dateline.events.syntax.parser import Sentence
from dateline.events.who.names import Names, names_in, persons, titles_before

Parse = Callable[[str], list[Sentence]]


def noted(sentences: list[Sentence]) -> Names:
    names = Names()
    for sentence in sentences:
        names.note(sentence)
    return names


@pytest.mark.parametrize(
    ("parts", "titles"),
    [
        ("Transport Minister Olena Ruiz", 2),
        ("President Orm Vask", 1),
        ("Olena Ruiz", 0),
        ("Minister", 0),
        ("Emperor Orm", 0),
        ("Prime Minister Aro", 2),
    ],
)
def test_titles_are_no_part_of_a_name_but_of_a_crowned_one(parts: str, titles: int) -> None:
    assert titles_before(tuple(parts.split())) == titles


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mr Oskar Venn met Ida Roke in Hallin.", ["Oskar Venn", "Ida Roke", "Hallin"]),
        ("Holt & Moe sold a mill.", ["Holt & Moe"]),
        ("Nobody left on Monday.", []),
    ],
)
def test_a_run_of_proper_nouns_is_a_name(parse: Parse, text: str, names: list[str]) -> None:
    (sentence,) = parse(text)
    assert [name.text for name in names_in(sentence)] == names


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Mr Tolva left.", "Tolva", "person"),
        ("Marian Tolley, 58, left.", "Marian Tolley", "person"),
        ("The owner, Jan Holt, left.", "Jan Holt", "person"),
        ("Shares in Tolva fell.", "Tolva", "organisation"),
        ("Divers lived in Orrin.", "Orrin", "place"),
        ("Divers travelled to Orrin.", "Orrin", "place"),
        ("The village of Orrin burned.", "Orrin", "place"),
        ("Halmer Bank closed.", "Halmer Bank", "organisation"),
    ],
)
def test_the_words_around_a_name_tell_its_kind(parse: Parse, text: str, name: str, kind: str) -> None:
    assert noted(parse(text)).kind(name) == kind


def test_a_name_never_told_has_no_kind() -> None:
    assert Names().kind("Orrin") == ""


def test_the_fullest_form_of_a_person(parse: Parse) -> None:
    names = noted(parse("Petra Lindh came to Hallin. Ms Lindh left. Hallin burned."))
    assert names.full("Lindh") == "Petra Lindh"
    assert names.full("Hallin") == "Hallin"


def test_of_two_persons_of_one_name_neither(parse: Parse) -> None:
    assert noted(parse("Petra Lindh met Mr Oskar Lindh. Ms Lindh left.")).full("Lindh") == "Lindh"


def test_a_body_is_known_by_its_first_or_last_words_where_one_fits() -> None:
    names = Names(bodies={"Health": {"Health Board of Orr"}, "Durl": {"Durl Harbour Trust"}})
    assert names.body("Durl") == "Durl Harbour Trust"
    assert names.body("Harbour Trust") == "Durl Harbour Trust"
    assert names.body("Board of Orr") == "Health Board of Orr"
    names.bodies["Aro"] = {"Aro Harbour Trust"}
    assert names.body("Harbour Trust") == "Harbour Trust"


def test_the_city_is_the_one_place_named_last(parse: Parse) -> None:
    sentences = parse("Divers lived in Hallin for years. The city burned.")
    assert noted(sentences).place_at(0) == "Hallin"
    assert noted(parse("Divers went from Hallin to Norsted. The city burned.")).place == ""
    assert noted(parse("Divers lived in Hallin for years.\nThe city burned.")).place == "", "not over a paragraph's end"


def test_a_place_is_meant_only_behind_where_it_is_named(parse: Parse) -> None:
    (sentence,) = parse("The city burned when divers lived in Hallin.")
    names = noted([sentence])
    assert names.place_at(1) == ""
    assert names.place_at(len(sentence.tokens)) == "Hallin"


def test_nouns_of_persons_are_none_of_what_may_be_a_thing() -> None:
    assert {"spokesman", "mayor"} <= persons()
    assert "mill" not in persons()
