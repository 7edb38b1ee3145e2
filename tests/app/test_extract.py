from dateline.app.extract import central, sentences

LINES = [
    "The council sold the customs house to a bidder from Tarrow on Wednesday.",
    "The customs house was sold by the council on Wednesday, nine votes to four.",
    "A bakery opened on Tanner Street.",
    "Who bought the customs house from the council was not told.",
]


def test_the_first_line_is_the_one_that_most_others_echo() -> None:
    assert central(LINES, 1)[0] in (0, 1)


def test_a_line_that_adds_nothing_is_left_out() -> None:
    assert central([LINES[0], LINES[0].lower(), LINES[2]], 3) == [0, 2]


def test_nothing_comes_of_lines_without_words() -> None:
    assert central(["12 3", "…"], 2) == []


def test_sentences_are_lines_cut_at_full_stops() -> None:
    text = "Rain fell. “Leave now!” she called. Mr. Ode stayed\nNo one came."
    assert [text[a:b] for a, b in sentences(text)] == [
        "Rain fell.", "“Leave now!” she called.", "Mr.", "Ode stayed", "No one came.",
    ]  # fmt: skip
