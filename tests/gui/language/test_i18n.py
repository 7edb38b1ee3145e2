"""Every sentence that the window shows is there in German, with the same gaps to fill."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from dateline import export, gui, paths, readers, times
from dateline.core.message import Message
from dateline.export import table
from dateline.export.chronology import LAYOUTS
from dateline.export.image import compose
from dateline.gui.article import date_bar
from dateline.gui.commands.menus import MENUS
from dateline.gui.details import parts as inspector_parts
from dateline.gui.dialogs import export_image
from dateline.gui.filter import bar as filter_bar
from dateline.gui.language import i18n, phrases, told, words
from dateline.gui.shell.main_window import MainWindow
from dateline.gui.table import event_table
from dateline.gui.workspace import reports, takeaway
from dateline.readers import formats
from dateline.settings import SETTINGS
from dateline.timeline.chronicle import blocks
from dateline.times.grammar import grammar

LATE = "it took more than 60 seconds; the preferences set the time limit for a file"

FOLDER = Path(gui.__file__).parent
IMAGES = Path(compose.__file__).parent
CHRONICLE = Path(blocks.__file__)


def literals() -> Iterator[str]:
    """What `tr` and `trn` are called with in the code, and `say` where images are made."""
    for file in (*sorted(FOLDER.rglob("*.py")), *sorted(IMAGES.glob("*.py")), CHRONICLE):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
                called = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
                if called == "say":
                    parts = (part for part in ast.walk(node.args[0]) if isinstance(part, ast.Constant))
                    yield from (part.value for part in parts if isinstance(part.value, str))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("tr", "trn"):
                for argument in node.args[: 1 if node.func.id == "tr" else 2]:
                    assert not isinstance(argument, ast.JoinedStr), f"{file}:{node.lineno}"
                    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                        yield argument.value


def tables() -> Iterator[str]:
    """What the tables hold that `tr` is called with."""
    for title, entries in MENUS:
        yield title
        yield from (text for spec in entries if spec is not None for text in (spec.text, spec.hint) if text)
    for words_of in (
        words.CERTAINTY, words.STATUS, words.PRECISION, words.LANES, words.CORRECTED, reports.KINDS, reports.COUNTED,
        date_bar.CONFIDENCE, takeaway.SCOPES, table.FIELDS, phrases.PHRASES, phrases.NAMES, inspector_parts.DISAGREE,
    ):  # fmt: skip
        yield from words_of.values()
    yield from (part.name for part in filter_bar.PARTS)
    yield from (name for name, _, _ in event_table.COLUMNS)
    yield from event_table.TIPS.values()
    yield from (form.label for form in export.FORMATS.values())
    yield from (layout.label for layout in LAYOUTS.values())
    for setting in SETTINGS:
        yield from (setting.group, setting.label, setting.help, *(label for _, label in setting.choices))
    for _, label, choices in export_image.CHOICES:
        yield from (label, *(text for _, text in choices))
    yield from (text for _, text, _ in export_image.FLAGS)
    yield from ("Events", "Scale", "Resolution")


def test_german_is_complete_and_has_nothing_else() -> None:
    wanted, german, layers = (
        set(literals()) | set(tables()),
        i18n.read("de").words,
        told.templates("de") | told.templates("de", told.PARTS),
    )
    assert sorted(wanted - german.keys()) == []
    assert sorted(german.keys() - wanted - layers.keys()) == []


def sentences_of_layers() -> set[str]:
    """Every text in the code outside the window, with a mark where it has something filled in."""
    found = set()
    for file in FOLDER.parent.rglob("*.py"):
        if FOLDER not in file.parents:
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    found.add(node.value)
                elif isinstance(node, ast.JoinedStr):
                    found.add("".join(str(v.value) if isinstance(v, ast.Constant) else "¤" for v in node.values))
    return found


COMPOSED = ("Confirmed", "Rejected", "Merged", "Split", "Put into the bin:", "Took out of the bin:", "the ", "a line ")
"""Beginnings of sentences that are put together from several texts."""


def test_the_other_layers_still_say_what_is_translated() -> None:
    said = sentences_of_layers()
    assert sorted(told.templates("de", told.PARTS).keys() - said) == []
    for english in told.templates("de"):
        shape = told.pattern(english)
        assert any(shape.fullmatch(text) for text in said) or english.startswith(COMPOSED), english


def test_gaps_and_keys_are_the_same() -> None:
    for english, german in i18n.read("de").words.items():
        assert sorted(re.findall(r"\{\w*\}", english)) == sorted(re.findall(r"\{\w*\}", german)), english
        assert (english.count("&") == 1) == (german.count("&") == 1), english
        assert english.endswith("…") == german.endswith("…"), english


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_menu_has_a_key_twice(language: str) -> None:
    i18n.install(language)
    for _, entries in MENUS:
        marks = [re.search(r"&(\w)", i18n.tr(spec.text)) for spec in entries if spec is not None]
        keys = [mark[1].casefold() for mark in marks if mark]
        assert sorted(keys) == sorted(set(keys))


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    i18n.install("de", "de_DE")
    yield
    i18n.install("en", "en_GB")


POLISH = """
["Plurals"]
rule = "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2)"

["Window"]
"{n} events" = ["{n} wydarzenie", "{n} wydarzenia", "{n} wydarzeń"]
"{n} event put into the bin." = "never said: the forms below are for one, too"
"{n} events put into the bin." = ["{n} wydarzenie w koszu.", "{n} wydarzenia w koszu.", "{n} wydarzeń w koszu."]
"{n} days" = ["{n} dzień", "{n} dni", "{n} dni"]
"≈ {length} in which nothing is told" = "≈ {length} bez wiadomości"

["Other layers"]
"it took more than {n} seconds; the preferences set the time limit for a file" = [
  "ponad {n} sekundę", "ponad {n} sekundy", "ponad {n} sekund",
]

["Sentences in parts"]
"carried over from {n} sentences before" = ["{n} zdanie wcześniej", "{n} zdania wcześniej", "{n} zdań wcześniej"]
"""


@pytest.fixture
def polish(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    (tmp_path / "i18n").mkdir()
    (tmp_path / "i18n" / "pl.toml").write_text(POLISH, encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(paths, "resources", lambda: tmp_path)
        i18n.install("pl", "en_GB")
    yield
    i18n.install("en", "en_GB")


@pytest.mark.parametrize(
    ("n", "events", "days", "seconds", "sentences"),
    [
        (1, "1 wydarzenie", "1 dzień", "ponad 1 sekundę", "1 zdanie wcześniej"),
        (3, "3 wydarzenia", "3 dni", "ponad 3 sekundy", "3 zdania wcześniej"),
        (12, "12 wydarzeń", "12 dni", "ponad 12 sekund", "12 zdań wcześniej"),
        (22, "22 wydarzenia", "22 dni", "ponad 22 sekundy", "22 zdania wcześniej"),
        (0, "0 wydarzeń", "0 dni", "ponad 0 sekund", "0 zdań wcześniej"),
    ],
)
def test_a_language_may_have_more_than_two_forms(
    polish: None, monkeypatch: pytest.MonkeyPatch, n: int, events: str, days: str, seconds: str, sentences: str
) -> None:
    assert i18n.trn("{n} event", "{n} events", n) == events
    assert i18n.trn("{n} event put into the bin.", "{n} events put into the bin.", n) == f"{events} w koszu."
    assert i18n.tr("{n} days", n).format(n=n) == days
    assert told.told(Message("carried over from {n} sentences before", n=n)) == sentences
    monkeypatch.setattr(told, "templates", lambda language: i18n._spoken.words)
    told._patterns.cache_clear()
    assert told.told(LATE.replace("60", str(n))) == seconds
    told._patterns.cache_clear()


def test_what_images_count_has_its_form(polish: None) -> None:
    chronicle = blocks.Words(say=i18n.tr, number=i18n.number)
    assert chronicle.silence(5 * 24 * 60, short=False) == "≈ 5 dni bez wiadomości"


def test_every_language_has_a_rule_that_fits_its_forms() -> None:
    for language in i18n.languages():
        found = i18n.read(language)
        assert {found.form(n) for n in range(1000)} <= set(range(found.kinds))
        assert [english for english, forms in found.forms.items() if len(forms) != found.kinds] == []


def test_a_rule_that_is_none_is_said() -> None:
    with pytest.raises(ValueError, match="as gettext has it"):
        i18n._plural("n != 1")


def test_the_window_speaks_german(german: None, window: MainWindow) -> None:
    assert window.menuBar().actions()[0].text() == "&Datei"
    assert window.filter_bar.count.text() == "7 von 7"
    shown = [part.text() for part in window.findChildren(QPushButton) if part.isVisible()]
    assert "Gewissheit" in shown
    assert i18n.trn("{n} event", "{n} events", 1234) == "1.234 Ereignisse"


def test_the_window_runs_from_right_to_left(window: MainWindow, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        qapp.processEvents()
        assert window.left.mapTo(window, window.left.rect().topLeft()).x() > window.width() // 2
        assert not window.grab().isNull()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_labels_are_never_markup(window: MainWindow) -> None:
    for part in window.findChildren(QLabel):
        assert part.textFormat() == Qt.TextFormat.PlainText or not part.text() or part.text().isalpha(), part.text()


def messages() -> set[str]:
    """The templates of the sentences that layers outside the window make for it."""
    found = set()
    for file in FOLDER.parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id="Message"), args=[ast.Constant(value=str(template)), *_]):
                    found.add(template)
    return found


def reasons() -> Iterator[str]:
    """The sentences with which readers refuse a file or a part of one; and the names of formats, which fill some."""
    for file in sorted(Path(readers.__file__).parent.rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        named = {
            target.id: node.value
            for node in tree.body
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(tree):
            match node:
                case ast.Call(func=ast.Name(id="Refused" | "Exhausted" | "Refusal" | "too_large"), args=[*_, said]):
                    assert not isinstance(said, ast.JoinedStr), f"{file}:{node.lineno}"
                    parts = [
                        named.get(part.id, part) if isinstance(part, ast.Name) else part for part in ast.walk(said)
                    ]
                    texts = [part.value for part in parts if isinstance(part, ast.Constant)]
                    yield from (text for text in texts if isinstance(text, str) and " " in text)
    yield from (reason for _, reason in formats.REFUSED)
    yield from (form.words for form in formats.FORMATS)


def test_every_sentence_of_the_other_layers_has_its_german() -> None:
    assert sorted((messages() | set(reasons())) - i18n.read("de").words.keys()) == []


def _templates(sentence: object) -> set[str]:
    """The templates that a sentence is made of; those that only put parts together need no translation."""
    if not isinstance(sentence, Message):
        return set()
    own = {sentence.template} if re.search(r"[^\W\d]", re.sub(r"\{\w+\}", "", sentence.template)) else set()
    return own.union(*map(_templates, sentence.parts.values()))


@pytest.mark.parametrize("language", times.languages())
@pytest.mark.parametrize("published", ["2025-03-30", None])
def test_every_reason_of_the_grammars_examples_has_its_german(language: str, published: str | None) -> None:
    texts = [example[0] for rule in grammar(language).rules for example in rule.examples]
    found = [each for text in texts for each in times.find(text, published, language=language)]
    assert sorted(set().union(*(_templates(each.why) for each in found)) - i18n.read("de").words.keys()) == []
