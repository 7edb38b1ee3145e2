"""The filter: one bar for all panes, with the count at each choice."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QSizePolicy, QWidget

from dateline.core.filter import Filter
from dateline.core.model import SavedFilter
from dateline.gui.language.dates import day
from dateline.gui.language.i18n import number, tr, trn
from dateline.gui.language.words import CERTAINTY, PRECISION, STATUS
from dateline.gui.widgets import builders as w
from dateline.gui.widgets import plain
from dateline.gui.workspace.amount import AMOUNTS, amount_of, with_amount
from dateline.gui.workspace.document import Document


class Part(NamedTuple):
    """One part of the filter: its field, its name, and whether it shows even when it is not used."""

    field: str
    name: str
    always: bool = False


PARTS: tuple[Part, ...] = (
    Part("time", "Dates", always=True),
    Part("articles", "Article", always=True),
    Part("people", "Who", always=True),
    Part("places", "Place", always=True),
    Part("certainties", "Certainty", always=True),
    Part("collections", "Collection"),
    Part("tags", "Tag"),
    Part("sources", "Told by"),
    Part("precisions", "Precision"),
    Part("statuses", "Status"),
    Part("dated", "Dated or not"),
    Part("disagreeing", "Agreement"),
    Part("as_of", "As of a day"),
)


class FilterBar(QFrame):
    """Search, a chip for each part, "38 of 412", how much is shown, clear, and saved filters.

    `save_wanted` carries a name, `remove_wanted` a `SavedFilter`; `as_of_wanted` asks for what was known on a day.
    """

    save_wanted = Signal(str)
    remove_wanted = Signal(object)
    as_of_wanted = Signal()

    def __init__(self, document: Document, undo: Sequence[QAction], clear: QAction) -> None:
        super().__init__()
        w.flat(self)
        self.setProperty("kind", "bar")
        self.setAccessibleName(tr("Filter"))
        self._document = document
        self.search = w.field(tr("Search all events"), tr("Search all events"), clear=True)
        self.search.setMinimumWidth(120)
        self.search.setMaximumWidth(280)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(180)
        self._typing.timeout.connect(self._typed)
        self.search.textEdited.connect(lambda _text: self._typing.start())
        self.search.textChanged.connect(lambda text: None if text else self._typed())
        self.search.returnPressed.connect(self._typed)
        self.chips = {part.field: self._chip(part) for part in PARTS}
        self.more = w.button(
            tr("More"), self._show_more, kind="chip", picture="plus", hint=tr("Filter by something else")
        )
        self.count = w.label("", "muted")
        self.count.setAccessibleName(tr("Events shown"))
        self.amount = w.choice(tr("How much is shown"), [(name, tr(each.words)) for name, each in AMOUNTS.items()])
        self.amount.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.amount.activated.connect(lambda _row: self._take(self.amount.currentData()))
        self.clear = w.action_button(clear)
        self.saved = w.icon_button("star", tr("Saved filters"), self._show_saved)
        parts: list[QWidget | int | None] = [*(w.action_button(action) for action in undo), 4, self.search, 4]
        parts += [*self.chips.values(), self.more, None, self.count, self.amount, self.clear, self.saved]
        layout = w.row(*parts, margins=(10, 6, 10, 6))
        layout.setSpacing(6)
        self.setLayout(layout)
        document.changed.connect(lambda _change: self._refresh())
        document.filter_changed.connect(self._refresh)
        self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.search.hasFocus() and self.search.text():
            self.search.clear()
        else:
            super().keyPressEvent(event)

    def open_part(self, field: str) -> None:
        """Open the choices of one part under its chip."""
        if field == "as_of":
            self.as_of_wanted.emit()
            return
        from .facets import DatePopup, FacetPopup  # the window opens without them

        chip = self.chips[field]
        chip.show()
        filter_, library = self._document.filter, self._document.library
        facets = library.facets(filter_)
        popup: DatePopup | FacetPopup
        if field == "time":
            popup = DatePopup(self, filter_.begin, filter_.until, facets.time)
            popup.chosen.connect(lambda begin, until: self._set(begin=begin, until=until))
        else:
            chosen = self._chosen(field)
            counts = self._disagreeing() if field == "disagreeing" else facets[field]
            popup = FacetPopup(self, tr(_PART[field].name), self._choices(field, counts, chosen), chosen)
            popup.changed.connect(lambda values: self._choose(field, values))
        popup.closed.connect(self._refresh)
        popup.open_under(chip)

    # Showing ----------------------------------------------------------------------------------------------------------

    def _chip(self, part: Part) -> QPushButton:
        chip = w.button(tr(part.name), lambda: self.open_part(part.field), kind="chip")
        chip.setToolTip(tr("Filter by: {what}").format(what=tr(part.name)))
        chip.setProperty("active", "false")
        chip.setVisible(part.always)
        return chip

    def _refresh(self) -> None:
        filter_ = self._document.filter
        for part in PARTS:
            words, active = self._words(part), self._active(part.field)
            chip = self.chips[part.field]
            text = words or tr(part.name)
            chip.setText(plain.caption(chip.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, 150)))
            chip.setAccessibleName(f"{tr(part.name)}: {words}" if words else tr(part.name))
            w.restyle(chip, "active", "true" if active else "false")
        if not self._typing.isActive() and self.search.text() != filter_.text:
            self.search.setText(filter_.text)
        shown, total = self._document.library.count(filter_)
        self.count.setText(tr("{n} of {of}").format(n=number(shown), of=number(total)))
        self.count.setToolTip(tr("Events shown, of all that there are"))
        self._show_amount(filter_, shown)
        self.clear.setVisible(self._document.narrowed)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Its parts may have become wider or narrower: by what is chosen, or by the size of the text."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        """Show the chips that are used, and of the others as many as there is room for; More has the rest."""
        layout = self.layout()
        if layout is None:
            return
        widths = {name: chip.sizeHint().width() + layout.spacing() for name, chip in self.chips.items()}
        taken = sum(widths[name] for name, chip in self.chips.items() if not chip.isHidden())
        room = self.width() - layout.minimumSize().width() + taken
        used = {part.field for part in PARTS if self._active(part.field)}
        room -= sum(widths[name] for name in used)
        for part in PARTS:
            shown = part.field in used
            if part.always and not shown:
                room -= widths[part.field]
                shown = room >= 0
            if shown == self.chips[part.field].isHidden():
                self.chips[part.field].setVisible(shown)
        some = any(self.chips[part.field].isHidden() for part in PARTS)
        if some == self.more.isHidden():
            self.more.setVisible(some)

    def _show_amount(self, filter_: Filter, shown: int) -> None:
        amount = amount_of(filter_)
        self.amount.setCurrentIndex(self.amount.findData(amount))
        self.amount.setPlaceholderText("" if amount else tr("Key {n}").format(n=number(filter_.key)))
        left_out = self._document.library.count(replace(filter_, weight=0.0, key=0))[0] - shown
        more = trn("{n} more if all are shown", "{n} more if all are shown", left_out) if left_out > 0 else ""
        self.amount.setToolTip("\n".join(part for part in (tr("How much is shown"), more) if part))
        self.amount.setAccessibleDescription(more)

    def _active(self, field: str) -> bool:
        filter_ = self._document.filter
        if field == "time":
            return filter_.begin is not None or filter_.until is not None
        if field in ("dated", "as_of"):
            return getattr(filter_, field) is not None
        return bool(getattr(filter_, field))

    def _disagreeing(self) -> list[tuple[object, int]]:
        n = self._document.library.count(replace(self._document.filter, disagreeing=True))[0]
        return [(True, n)]

    def _chosen(self, field: str) -> tuple[object, ...]:
        if field == "dated":
            return () if self._document.filter.dated is None else (self._document.filter.dated,)
        if field == "disagreeing":
            return (True,) if self._document.filter.disagreeing else ()
        chosen: tuple[object, ...] = getattr(self._document.filter, field)
        return chosen

    def _words(self, part: Part) -> str:
        if not self._active(part.field):
            return ""
        filter_ = self._document.filter
        if part.field == "as_of":
            return tr("As of {day}").format(day=day(filter_.as_of or 0))
        if part.field == "time":
            begin = day(filter_.begin) if filter_.begin is not None else "…"
            until = day(filter_.until - 1) if filter_.until is not None else "…"
            return begin if begin == until else f"{begin} – {until}"
        chosen = self._chosen(part.field)
        first = self._name(part.field, chosen[0])
        return first if len(chosen) == 1 else f"{first} +{number(len(chosen) - 1)}"

    def _choices(
        self, field: str, counts: Sequence[tuple[object, int]], chosen: Sequence[object]
    ) -> list[tuple[object, str, int]]:
        values = [value for value, _ in counts]
        rows = [*counts, *((value, 0) for value in chosen if value not in values)]
        if field == "articles":
            ids = [value for value, _ in rows if isinstance(value, int)]
            titles: dict[object, str] = {each.id: each.title for each in self._document.library.articles(ids)}
            return [(value, titles.get(value) or tr("Untitled"), n) for value, n in rows]
        return [(value, self._name(field, value), n) for value, n in rows]

    def _name(self, field: str, value: Any) -> str:
        if field == "articles":
            article = self._document.library.article(value)
            return (article.title if article else "") or tr("Untitled")
        if field == "disagreeing":
            return tr("Sources disagree")
        if field == "dated":
            return tr("With a date") if value else tr("Without a date")
        if field == "sources":
            return trn("{n} article", "{n} articles", value) if value else tr("Added by hand")
        words = _WORDS.get(field, {}).get(value)
        return tr(words) if words else str(value)

    # Changing ---------------------------------------------------------------------------------------------------------

    def _take(self, amount: str) -> None:
        self._document.set_filter(with_amount(self._document.filter, amount))

    def _set(self, **parts: Any) -> None:
        self._document.set_filter(replace(self._document.filter, **parts))

    def _choose(self, field: str, values: Sequence[object]) -> None:
        if field == "disagreeing":
            self._set(disagreeing=bool(values))
        elif field == "dated":
            self._set(dated=values[0] if len(values) == 1 else None)
        else:
            self._set(**{field: tuple(values)})

    def _typed(self) -> None:
        self._typing.stop()
        self._set(text=self.search.text().strip())

    def _show_more(self) -> None:
        menu = QMenu(self)
        for part in PARTS:
            if self.chips[part.field].isHidden():
                menu.addAction(tr(part.name), partial(self.open_part, part.field))
        self._pop(menu, self.more)

    def _show_saved(self) -> None:
        menu = QMenu(self)
        saved = self._document.library.saved_filters()
        for each in saved:
            plain.entry(menu, each.name, partial(self._apply, each))
        if saved:
            menu.addSeparator()
        keep = menu.addAction(tr("Save this filter…"), self._save)
        keep.setEnabled(self._document.narrowed)
        if saved:
            remove = menu.addMenu(tr("Remove a saved filter"))
            for each in saved:
                plain.entry(remove, each.name, partial(self._remove, each))
        self._pop(menu, self.saved)

    def _save(self) -> None:
        from PySide6.QtWidgets import QInputDialog, QLineEdit

        words = [self._document.filter.text, *(self._words(part) for part in PARTS)]
        proposed = ", ".join(part for part in words if part)
        normal = QLineEdit.EchoMode.Normal
        name, ok = QInputDialog.getText(self, tr("Save this filter"), tr("Name of the filter:"), normal, proposed)
        if ok and name.strip():
            self.save_wanted.emit(name.strip())

    def _apply(self, saved: SavedFilter) -> None:
        self._document.set_filter(Filter.from_json(saved.query))

    def _remove(self, saved: SavedFilter) -> None:
        self.remove_wanted.emit(saved)

    def _pop(self, menu: QMenu, under: QWidget) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(under.mapToGlobal(QPoint(0, under.height() + 2)))


_WORDS: dict[str, Mapping[Any, str]] = {"certainties": CERTAINTY, "precisions": PRECISION, "statuses": STATUS}
_PART = {part.field: part for part in PARTS}
