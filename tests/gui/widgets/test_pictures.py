"""Pictures kept between paintings."""

from PySide6.QtGui import QImage

from dateline.gui.widgets.pictures import Pictures


class Painter:
    """Paints words from kept pictures, and tells which it had to make."""

    def __init__(self, most: int) -> None:
        self.pictures = Pictures(most)

    def paint(self, words: str) -> str:
        """One painting of these words; the words made anew in it."""
        made: list[str] = []

        def make(word: str) -> QImage:
            made.append(word)
            return QImage(1, 1, QImage.Format.Format_ARGB32)

        for word in words.split():
            self.pictures.get(word, lambda word=word: make(word))  # type: ignore[misc] # bound as it is now
        self.pictures.done()
        return " ".join(made)


def test_what_was_painted_is_painted_from_the_same_picture_again() -> None:
    painter = Painter(10)
    assert painter.paint("quay ferry") == "quay ferry"
    assert painter.paint("ferry dock quay") == "dock"
    first = painter.pictures.get("quay", QImage)
    assert painter.pictures.get("quay", QImage) is first


def test_once_there_are_too_many_those_not_in_sight_go() -> None:
    painter = Painter(3)
    painter.paint("a b c")
    assert painter.paint("c d") == "d"  # a fourth: a and b are let go
    assert painter.paint("c d") == ""
    assert painter.paint("a") == "a"


def test_a_painting_may_show_more_than_are_kept() -> None:
    painter = Painter(2)
    painter.paint("a b c d")
    assert painter.paint("a b c d") == ""


def test_all_are_made_anew_when_all_look_otherwise() -> None:
    painter = Painter(10)
    painter.paint("a b")
    painter.pictures.clear()
    assert painter.paint("a b") == "a b"
