"""The details of the selected events, edited in place; every edit is a Change."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QStackedLayout,
    QWidget,
)

from dateline.core.model import Certainty, Event, Merge, Participant
from dateline.gui.language.dates import bounds_sentence, when
from dateline.gui.language.i18n import number, tr, trn
from dateline.gui.language.states import corrected_words, status_words
from dateline.gui.language.told import told
from dateline.gui.language.words import CERTAINTY
from dateline.gui.widgets import builders as w
from dateline.gui.widgets.elided import Elided
from dateline.gui.widgets.plain import tip
from dateline.gui.workspace.document import Document
from dateline.gui.workspace.reading import progress
from dateline.gui.workspace.selection import Selection
from dateline.library import edits

from .parts import Sources, Tags
from .title_field import TitleField
from .when_field import WhenField

if TYPE_CHECKING:
    from dateline.core.bounds import Bounds

_WHO = ("person", "organisation")


class EventActions(NamedTuple):
    """What can be done with the selected events."""

    confirm: QAction
    reject: QAction
    confirm_next: QAction
    reject_next: QAction
    as_found: QAction
    merge: QAction
    split: QAction
    delete: QAction


class Inspector(QFrame):
    """Shows and edits what is selected. `changed` carries a Change to be made."""

    changed = Signal(object)
    closed = Signal()

    def __init__(self, document: Document, selection: Selection, actions: EventActions) -> None:
        super().__init__()
        self.setProperty("kind", "pane")
        self.setAccessibleName(tr("Details"))
        self._document, self._selection = document, selection
        self._events: list[Event] = []
        self._merge: Merge | None = None
        self._busy = False
        self._build(actions)
        selection.changed.connect(self.refresh)
        document.changed.connect(lambda _change: self.refresh())
        document.filter_changed.connect(self.refresh)
        self.refresh()

    # Building ---------------------------------------------------------------------------------------------------------

    def _build(self, actions: EventActions) -> None:
        self.status = w.label("", "badge")
        buttons = [w.action_button(each) for each in actions]
        self._buttons = buttons
        sometimes = (actions.as_found, actions.merge, actions.split)
        self._sometimes = [button for button in buttons if button.defaultAction() in sometimes]
        self.read = Elided("muted")
        heading = Elided("section")  # gives way before the buttons and the status do
        heading.setText(tr("Details"))
        head = w.row(
            heading,
            self.status,
            self.read,
            None,
            *self._buttons,
            w.icon_button("clear", tr("Close the details"), self.closed.emit),
            margins=(16, 6, 8, 4),
        )
        self.title = TitleField()
        self.title.entered.connect(self._retitle)
        self.key = w.label("", "muted", wrap=True)
        self.when_field = WhenField()
        self.when_field.entered.connect(self._move)
        self.when, self.problem = self.when_field.line, self.when_field.problem
        self.why = w.label("", "muted", wrap=True, selectable=True)
        self.certainty = w.choice(tr("Certainty"), [(c, tr(words)) for c, words in CERTAINTY.items()])
        self.certainty.activated.connect(self._set_certainty)
        self.source = w.label("", "muted", wrap=True)
        self.who = w.field(tr("Who"), tr("Names, with ; between"))
        self.where = w.field(tr("Where"), tr("Places, with ; between"))
        self.who.editingFinished.connect(self._set_participants)
        self.where.editingFinished.connect(self._set_participants)
        self.tags = Tags()
        self.tags.added.connect(lambda name: self.changed.emit(edits.tag(self._events, name)))
        self.tags.removed.connect(lambda name: self.changed.emit(edits.untag(self._events, name)))
        self.note = _Note()
        self.note.left.connect(self._set_note)
        self.sources = Sources()
        self.sources.chosen.connect(lambda article: self._selection.read(article, keep=True))
        self.sources.apart.connect(self._split_off)
        self.many = w.label("", "heading", wrap=True)
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setHorizontalSpacing(12)
        self._form.setVerticalSpacing(8)
        self._row(tr("When"), self.when_field)
        self._form.addRow("", self.why)
        self._row(tr("Certainty"), self.certainty)
        self._form.addRow("", self.source)
        self._row(tr("Who"), self.who)
        self._row(tr("Where"), self.where)
        self._row(tr("Tags"), self.tags)
        self._row(tr("Note"), self.note)
        self._single = (
            self.title, self.key, self.when_field, self.why, self.source, self.who, self.where, self.note,
            self.sources,
        )  # fmt: skip
        inside = QWidget()
        inside.setLayout(
            w.column(self.many, self.title, self.key, 10, self._form, 10, self.sources, None, margins=(16, 2, 16, 12))
        )
        self._scroll = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        empty = w.Empty(
            "event",
            tr("No event selected"),
            tr("Click a mark on the timeline, a row of the table, or a shaded word in the article."),
        )
        self._stack = QStackedLayout()
        self._stack.addWidget(empty)
        self._stack.addWidget(scroll)
        below = QWidget()
        below.setLayout(self._stack)
        layout = w.column(head, below)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _row(self, name: str, part: QWidget) -> None:
        words = w.label(name, "muted")
        words.setBuddy(part.line if isinstance(part, WhenField) else part)
        self._form.addRow(words, part)

    # Showing ----------------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show what is selected now; what the reader is typing stays, and is kept before other events are shown."""
        before = [event.id for event in self._events]
        if [event.id for event in self._chosen()] != before:
            self.keep_typed()
            self._scroll.verticalScrollBar().setValue(0)
        events = self._events = self._chosen()
        self._stack.setCurrentIndex(1 if events else 0)
        for button in self._buttons:
            button.setVisible(bool(events) and (button not in self._sometimes or button.isEnabled()))
        read, shown = progress(self._document)
        self.read.setText(tr("{n} of {all} read").format(n=number(read), all=number(shown)))
        self.status.setVisible(len(events) == 1)
        if not events:
            return
        self._busy = True
        one = len(events) == 1
        merge = events[0].merge if one else None
        self._merge = self._document.library.merge(merge) if merge is not None else None
        for part in self._single:
            self._set_row_visible(part, visible=one)
        self.many.setVisible(not one)
        self.many.setText(trn("{n} event selected", "{n} events selected", len(events)))
        certainties = {event.certainty for event in events}
        place = self.certainty.findData(events[0].certainty) if len(certainties) == 1 else -1
        self.certainty.setCurrentIndex(place)
        common = set.intersection(*(set(event.tags) for event in events))
        self.tags.show_tags([tag for tag in events[0].tags if tag in common], self._document.library.names("tags"))
        if one:
            self._show_one(events[0])
        self._busy = False

    def _chosen(self) -> list[Event]:
        """The selected events, a merged one as the timeline shows it."""
        return self._document.events(self._document.leaders(self._selection.events))

    def _show_one(self, event: Event) -> None:
        self.status.setText(status_words(event))
        self.status.setToolTip(tip(corrected_words(event)))
        self.title.show_text(self._merge.title if self._merge is not None else event.title)
        self.title.setToolTip(tip(self.title.text()))
        self.when.setPlaceholderText(tr("Undated. Type a date such as 29 March 2025."))
        reason = self._document.why_key(event.id)
        self.key.setText(tr("Key event: {why}").format(why=told(reason)) if reason is not None else "")
        self.key.setVisible(reason is not None)
        article = self._document.article(event.article)
        if not self.when_field.line.isModified():
            self.when_field.show_words(when(event) if event.dated else "", bounds_sentence(event), article)
        quoted = f"“{event.words}”" if event.words else ""
        self.why.setText(" — ".join(part for part in (quoted, told(event.why)) if part))
        self._set_row_visible(self.why, visible=bool(self.why.text()))
        self.source.setText(tr("according to {source}").format(source=event.attributed_to))
        self._set_row_visible(self.source, visible=bool(event.attributed_to))
        _show_in(self.who, "; ".join(_names(event, place=False)))
        _show_in(self.where, "; ".join(_names(event, place=True)))
        self.note.show_text(event.note)
        members = self._document.library.merge_members(self._merge.id) if self._merge is not None else [event]
        self.sources.show_sources(self._document, members)

    def _set_row_visible(self, part: QWidget, *, visible: bool) -> None:
        if self._form.indexOf(part) >= 0:
            self._form.setRowVisible(part, visible)
        else:
            part.setVisible(visible)

    # Editing ----------------------------------------------------------------------------------------------------------

    def edit_title(self) -> None:
        """Put the keyboard into the title."""
        self._scroll.ensureWidgetVisible(self.title)
        self.title.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.title.selectAll()

    def keep_typed(self) -> None:
        """Make the changes that are typed but not entered, as the keyboard can go to another event from within."""
        fields: tuple[tuple[QLineEdit | TitleField | QTextDocument, Callable[[], object]], ...] = (
            (self.title, self._retitle),
            (self.when_field.line, self.when_field.finish),
            (self.who, self._set_participants),
            (self.where, self._set_participants),
            (self.note.document(), lambda: self._set_note(self.note.toPlainText())),
        )
        for field, keep in fields:
            if field.isModified():
                self._events = self._document.events([event.id for event in self._events])  # one may have changed it
                keep()

    def _one(self) -> Event | None:
        return self._events[0] if len(self._events) == 1 and not self._busy else None

    def _retitle(self) -> None:
        event, title = self._one(), " ".join(self.title.text().split())
        self.title.setModified(False)
        if event is None or not title:
            return
        if self._merge is not None:
            if title != self._merge.title:
                self.changed.emit(edits.rename_merge(self._merge, title))
        elif title != event.title:
            self.changed.emit(edits.rename(event, title))

    def _move(self, bounds: object) -> None:
        event = self._one()
        if event is not None:
            self.changed.emit(edits.move(event, cast("Bounds", bounds)))

    def _set_certainty(self, _row: int) -> None:
        chosen = Certainty(self.certainty.currentData())
        if not self._busy:
            self.changed.emit(edits.set_certainty(self._events, chosen))

    def _set_participants(self) -> None:
        event = self._one()
        if event is None:
            return
        who, where = _split(self.who.text()), _split(self.where.text())
        self.who.setModified(False)
        self.where.setModified(False)
        if who == _names(event, place=False) and where == _names(event, place=True):
            return
        kept = _kept(event, who, place=False) + _kept(event, where, place=True)
        kept += [p for p in event.participants if not _is_place(p) and p.kind not in _WHO]
        self.changed.emit(edits.set_participants(event, kept))

    def _split_off(self, member: object) -> None:
        if self._merge is not None and isinstance(member, Event):
            members = self._document.library.merge_members(self._merge.id)
            self.changed.emit(edits.split(self._merge, members, [member]))

    def _set_note(self, text: str) -> None:
        event = self._one()
        self.note.document().setModified(False)
        if event is not None and text != event.note:
            self.changed.emit(edits.note(event, text))


class _Note(QPlainTextEdit):
    """A note; `left` carries its text when the reader goes elsewhere."""

    left = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Note"))
        self.setPlaceholderText(tr("Your own words on this event"))
        self.setTabChangesFocus(True)
        self.setFixedHeight(58)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and not self.document().isModified() and w.asks_undo(event):
            event.ignore()  # as in a `Field`
            return False
        return super().event(event)

    def show_text(self, text: str) -> None:
        if text != self.toPlainText() and not self.document().isModified():
            self.setPlainText(text)

    def focusOutEvent(self, event: object) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type] # a QFocusEvent, as Qt hands it over
        self.left.emit(self.toPlainText())


def _show_in(field: QLineEdit, text: str) -> None:
    """Show a text from its beginning, but in no field that the reader is typing in."""
    if not field.isModified():
        field.setText(text)
        field.setCursorPosition(0)


def _is_place(participant: Participant) -> bool:
    return participant.role == "place" or participant.kind == "place"


def _shown(event: Event, *, place: bool) -> list[Participant]:
    """The participants under Where, or under Who: there people and organisations, not the things they deal with."""
    return [p for p in event.participants if (_is_place(p) if place else not _is_place(p) and p.kind in _WHO)]


def _names(event: Event, *, place: bool) -> list[str]:
    return list(dict.fromkeys(p.name or p.text for p in _shown(event, place=place)))


def _split(text: str) -> list[str]:
    return [name for part in text.split(";") if (name := " ".join(part.split()))]


def _kept(event: Event, names: Sequence[str], *, place: bool) -> list[Participant]:
    """The participants of these names: those that the event has, and new ones for the others."""
    made: list[Participant] = []
    for name in names:
        old = [p for p in _shown(event, place=place) if (p.name or p.text) == name]
        kind, role = ("place", "place") if place else ("person", "other")
        made += old or [Participant(text=name, start=0, end=0, role=role, kind=kind, name=name)]
    return made
