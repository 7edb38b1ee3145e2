"""Digest, fingerprint and language."""

import pytest

from dateline.readers import digest, fingerprint, similar
from dateline.readers.identity import distance, language

SENTENCES = [
    f"On day {n} the council of ward {n * 7} heard {n + 3} neighbours speak about road {n * n}." for n in range(40)
]
TEXT = "\n".join(SENTENCES)


def test_copies_share_a_digest_whatever_their_spacing() -> None:
    assert digest(TEXT) == digest(TEXT.replace("\n", "  \r\n").upper())
    assert digest(TEXT) != digest(TEXT.replace("neighbours", "friends"))


def test_a_fingerprint_fits_sqlite() -> None:
    values = [fingerprint(f"{TEXT} {word} " * 2) for word in ("one", "two", "three", "four", "five", "six")]
    assert all(-(2**63) <= value < 2**63 for value in values)
    assert fingerprint("too short") == 0


def test_versions_are_similar_and_others_are_not() -> None:
    updated = "\n".join([*SENTENCES[:38], "The council said on Monday that it would hear more of them next week."])
    other = "\n".join(
        f"Rain fell on orchard {n} and the mill by lane {n * 5} stood under water for {n} days." for n in range(40)
    )
    assert similar(fingerprint(TEXT), fingerprint(updated))
    assert not similar(fingerprint(TEXT), fingerprint(other))
    assert not similar(0, 0)
    assert distance(-1, 0) == 64


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "The police said that two people were killed when the bridge fell, and that others had been hurt in it.",
            "en",
        ),
        ("Zwei Menschen sind gestorben, als die alte Brücke über den Fluss einstürzte, teilte die Polizei mit.", "de"),
        ("Двое человек погибли, когда старый мост через реку обрушился, сообщила полиция.", "ru"),
    ],
)
def test_language_of_the_text_before_what_is_declared(text: str, code: str) -> None:
    assert language(text, "fr") == code


def test_a_short_text_has_the_language_declared() -> None:
    assert language("Bridge", "de-AT") == "de"
    assert language("Bridge") == ""
