"""Export of the timeline as an image, with a live preview."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, QTemporaryDir, QTimer, QUrl
from PySide6.QtGui import QDrag, QGuiApplication, QImage, QMouseEvent, QPixmap
from PySide6.QtWidgets import QComboBox, QFormLayout, QFrame, QLabel, QScrollArea, QSpinBox, QWidget

from dateline import paths
from dateline.app.exporting import title_of
from dateline.core.model import Bundle
from dateline.errors import DatelineError
from dateline.export import image
from dateline.export.image.chronicle import Leaf
from dateline.export.image.files import Page, pages_of, preview
from dateline.export.image.options import DPI, MM, PAPERS, SCALES, TEMPLATES, ImageOptions
from dateline.gui.language import i18n
from dateline.gui.language.i18n import tr, trn
from dateline.gui.language.words import LANES
from dateline.gui.widgets import builders as w
from dateline.gui.widgets.files import save_as, show_folder
from dateline.gui.workspace.amount import AMOUNTS, amount_of
from dateline.gui.workspace.takeaway import SCOPES, collect
from dateline.gui.workspace.workspace import Workspace

from .base import Dialog

PREVIEW = 560
_OWN = ("scope", "template", "amount")
FLAGS = (
    ("legend", "Legend", True),
    ("sources", "Sources", True),
    ("undated", "Undated events", True),
    ("elastic", "More room for busy times", True),
    ("transparent", "Transparent background", False),
)
CHOICES: tuple[tuple[str, str, tuple[tuple[object, str], ...]], ...] = (
    (
        "template",
        "Template",
        (
            ("", "None"),
            ("article", "Article, A4"),
            ("poster", "Poster, A2"),
            ("slide", "Slide, 16:9"),
            ("column", "Column, 90 mm"),
            ("square", "Square"),
        ),
    ),
    ("amount", "How much", tuple((name, each.words) for name, each in AMOUNTS.items())),
    ("to_scale", "Kind", ((False, "Chronicle"), (True, "To scale"))),
    ("columns", "Columns", ((0, "as needed"), (1, "1"), (2, "2"), (3, "3"))),
    ("theme", "Colours", (("light", "Light"), ("dark", "Dark"), ("print", "Print"), ("contrast", "High contrast"))),
    ("vertical", "Direction", ((True, "Vertical"), (False, "Horizontal"))),
    ("lanes", "Lanes", tuple(LANES.items())),
    ("paper", "Paper", (("", "None, by its size"), *((name, name) for name in PAPERS))),
    ("landscape", "Sheet", ((False, "Upright"), (True, "Across"))),
    ("pages", "Pages", (("fit", "Fit on one page"), ("tile", "On as many as needed"))),
    ("unit", "Unit", (("px", "Pixels"), ("mm", "Millimetres"))),
)
"""Each choice: the option's name, its label, and (value, words)."""
_APPLIES: tuple[tuple[str, str, object], ...] = (
    ("columns", "to_scale", False), ("vertical", "to_scale", True), ("lanes", "to_scale", True),
    ("unit", "paper", ""), ("width", "paper", ""), ("height", "paper", ""),
)  # fmt: skip
"""Rows that mean something only where another choice has a value."""


class ExportImageDialog(Dialog):
    """Choices at the side, the picture beside them; it can be dragged out of the window."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.window, tr("Export image"), (1000, 680))
        self._workspace = workspace
        self._bundles: dict[tuple[str, str], Bundle] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(150)
        self._timer.timeout.connect(self.refresh)
        self.choices: dict[str, QComboBox] = {}
        form = self._form()
        self.picture = _Draggable(self._dragged)
        scroll = QScrollArea()
        scroll.setWidget(self.picture)
        scroll.setWidgetResizable(True)
        scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        inner = QWidget()
        inner.setLayout(w.column(form, 10, *self._flags(), None))
        side = QScrollArea()
        side.setWidget(inner)
        side.setWidgetResizable(True)
        side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side.setFrameShape(QFrame.Shape.NoFrame)
        side.setFixedWidth(max(350, inner.sizeHint().width() + 20))
        save = w.button(tr("Export…"), self.export, kind="primary")
        save.setDefault(True)
        hint = w.label(tr("Drag the picture into another window, or:"), "muted")
        self.size_ = w.label("", "muted")
        body = w.row(side, scroll)
        body.setStretch(1, 1)
        self.choices["template"].currentIndexChanged.connect(self._use_template)
        path = workspace.document.library.path
        name = path.stem if path is not None and path != paths.default_library() else ""
        self.title.setText(title_of(self.bundle(), name))
        self.lay_out(
            w.column(body, 6, self.size_),
            hint,
            None,
            w.button(tr("Copy"), self.copy, picture="copy"),
            w.button(tr("Cancel"), self.reject),
            save,
        )
        self.refresh()

    def _form(self) -> QFormLayout:
        form = w.form(12, 8)
        self.title = w.field(tr("Title"), tr("Timeline"))
        self.title.textChanged.connect(lambda _text: self._timer.start())
        scopes = [
            (name, words) for name, words in SCOPES.items() if name != "selection" or self._workspace.selection.events
        ]
        form.addRow(tr("Title"), self.title)
        self.standfirst = w.field(tr("Standfirst"), tr("what is shown"))
        self.standfirst.textChanged.connect(lambda _text: self._timer.start())
        form.addRow(tr("Standfirst"), self.standfirst)
        self._add(form, "scope", "Events", scopes)
        for name, label, choices in CHOICES:
            self._add(form, name, label, choices)
        amount = self.choices["amount"]
        amount.setCurrentIndex(max(amount.findData(amount_of(self._workspace.document.filter)), 0))
        self.text_size = _number(tr("Text size"), 13, 8, 32, 1)
        self.text_size.valueChanged.connect(lambda _n: self._timer.start())
        form.addRow(tr("Text size"), self.text_size)
        self.width_ = _number(tr("Width"), 900, 53, 20_000)
        self.width_.valueChanged.connect(lambda _n: self._timer.start())
        form.addRow(tr("Width"), self.width_)
        self.height_ = _number(tr("Height"), 0, 0, 20_000)
        self.height_.setSpecialValueText(tr("as needed"))
        self.height_.valueChanged.connect(lambda _n: self._timer.start())
        form.addRow(tr("Height"), self.height_)
        self._add(form, "scale", "Scale", [(n, f"{n}×") for n in SCALES], 2)
        self._add(form, "dpi", "Resolution", [(n, f"{n} DPI") for n in DPI])
        self._rows = form
        return form

    def _use_template(self, _row: int) -> None:
        """Put a template's choices into the form."""
        template = TEMPLATES.get(self.choices["template"].currentData(), {})
        for name, value in template.items():
            if name in self.choices:
                part = self.choices[name]
                part.setCurrentIndex(max(part.findData(value), 0))
            elif name in self.flags:
                self.flags[name].setChecked(bool(value))
        spins = {"width": self.width_, "height": self.height_, "text_size": self.text_size}
        for name, spin in spins.items():
            if name in template:
                value = template[name]
                spin.setValue(round(value) if isinstance(value, float) else 0)

    def _show_what_applies(self) -> None:
        """Hide the rows that mean nothing with what is chosen."""
        parts: dict[str, QWidget] = {**self.choices, "width": self.width_, "height": self.height_}
        for name, other, value in _APPLIES:
            self._rows.setRowVisible(parts[name], self.choices[other].currentData() == value)
        self._rows.setRowVisible(parts["amount"], self.choices["scope"].currentData() != "selection")
        for name in ("landscape", "pages"):
            self._rows.setRowVisible(parts[name], bool(self.choices["paper"].currentData()))
        self.flags["elastic"].setVisible(bool(self.choices["to_scale"].currentData()))

    def _add(
        self, form: QFormLayout, name: str, label: str, choices: Iterable[tuple[object, str]], default: object = None
    ) -> None:
        part = w.choice(tr(label), [(value, tr(words)) for value, words in choices])
        if default is not None:
            part.setCurrentIndex(part.findData(default))
        part.currentIndexChanged.connect(lambda _row: self._timer.start())
        self.choices[name] = part
        form.addRow(tr(label), part)

    def _flags(self) -> list[QWidget]:
        self.flags = {name: w.check(tr(words), on=on) for name, words, on in FLAGS}
        for flag in self.flags.values():
            flag.toggled.connect(lambda _on: self._timer.start())
        return list(self.flags.values())

    # What is chosen ---------------------------------------------------------------------------------------------------

    def options(self) -> ImageOptions:
        """The choices."""
        chosen: dict[str, Any] = {name: part.currentData() for name, part in self.choices.items() if name not in _OWN}
        chosen |= {name: flag.isChecked() for name, flag in self.flags.items()}
        visible = self._workspace.visible_range() if self.choices["scope"].currentData() == "range" else None
        chosen["to_scale"] = chosen["to_scale"] or not chosen["vertical"]
        return ImageOptions(
            **chosen,
            show="all",
            text_size=float(self.text_size.value()),
            standfirst=self.standfirst.text().strip(),
            title=self.title.text().strip(),
            width=self.width_.value(),
            height=self.height_.value() or None,
            begin=visible[0] if visible else None,
            until=visible[1] if visible else None,
            locale=i18n.date_locale(),
            conventions=self._workspace.preferences.conventions,
            say=tr,
            count=i18n.number,
        )

    def bundle(self) -> Bundle:
        """What will be in the picture."""
        scope, amount = self.choices["scope"].currentData(), self.choices["amount"].currentData()
        if (scope, amount) not in self._bundles:
            workspace = self._workspace
            self._bundles[scope, amount] = collect(
                workspace.document.library,
                scope,
                workspace.document.filter,
                workspace.selection.events,
                workspace.visible_range(),
                amount,
            )
        return self._bundles[scope, amount]

    def refresh(self) -> None:
        """Paint the preview anew, or say why it cannot be."""
        try:
            options = self.options()
            self._show_what_applies()
            options.check()
            pages = pages_of(self.bundle(), options)
            shown = preview(pages[0], PREVIEW, max(self.height() - 150, 400))
        except DatelineError as error:
            self.complain(str(error))
            return
        self.complain("")
        self.size_.setText(_described(pages, options))
        self.picture.show_image(shown, self.title.text() or tr("Timeline"))

    # Taking it away ---------------------------------------------------------------------------------------------------

    def export(self) -> None:
        """Ask for a file and write it."""
        workspace = self._workspace
        place = Path(workspace.session.text("export") or str(Path.home())) / f"{self._stem()}.png"
        kinds = ";;".join(f"{suffix[1:].upper()} (*{suffix})" for suffix in image.SUFFIXES)
        file, kind = save_as(self, tr("Export image"), place, kinds)
        if file is None:
            return
        if file.suffix.lower() not in image.SUFFIXES:
            file = file.with_name(f"{file.name}.{kind.split(' ')[0].lower() or 'png'}")
        written = self.write(file)
        if written:
            workspace.session.set(export=str(file.parent))
            told = tr("The timeline is in “{name}”.").format(name=written[0].name)
            workspace.notices.tell(told, tr("Show in its folder"), lambda: show_folder(written[0]))
            self.accept()

    def write(self, file: Path) -> list[Path]:
        """Write the image; no files where it could not be, which is said."""
        try:
            return list(image.write(self.bundle(), file, self.options()))
        except DatelineError as error:
            self.complain(str(error))
            return []

    def copy(self) -> bool:
        """Put the picture on the clipboard at its full size; False where it could not be made, which is said."""
        folder = QTemporaryDir()
        written = self.write(Path(folder.path()) / "timeline.png")
        if written:
            QGuiApplication.clipboard().setImage(QImage(str(written[0])))
            self._workspace.notices.tell(tr("The timeline is on the clipboard."))
        return bool(written)

    def _dragged(self) -> QMimeData | None:
        self._folder = QTemporaryDir()  # lives as long as the dialog, for the window that it is dropped on
        written = self.write(Path(self._folder.path()) / f"{self._stem()}.png")
        if not written:
            return None
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in written])
        data.setImageData(QImage(str(written[0])))
        return data

    def _stem(self) -> str:
        return self.title.text().strip().replace("/", " ") or "timeline"


def _described(pages: Sequence[Leaf | Page], options: ImageOptions) -> str:
    """How many pages of what size, and how many events are told of on them."""
    size = pages[0].width, pages[0].height
    lengths = [round(side / MM) if options.printed else round(side * options.factor) for side in size]
    unit = "mm" if options.printed else tr("pixels")
    words = trn("{n} page", "{n} pages", len(pages)) + f", {lengths[0]} × {lengths[1]} {unit}"
    told = sum(len(page.events) for page in pages)
    return f"{words} · " + trn("{n} event", "{n} events", told)


class _Draggable(QLabel):
    """The preview; dragging it out gives the picture away."""

    def __init__(self, data: Callable[[], QMimeData | None]) -> None:
        super().__init__()
        self._data = data
        self._pressed: QPoint | None = None
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def show_image(self, shown: QImage, name: str) -> None:
        self.setPixmap(QPixmap.fromImage(shown))
        self.setAccessibleName(tr("Preview of “{title}”").format(title=name))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or (event.position().toPoint() - self._pressed).manhattanLength() < 12:
            return
        self._pressed = None
        data = self._data()
        if data is not None:
            drag = QDrag(self)
            drag.setMimeData(data)
            drag.setPixmap(self.pixmap().scaled(QSize(160, 160), Qt.AspectRatioMode.KeepAspectRatio))
            drag.exec(Qt.DropAction.CopyAction)


def _number(name: str, value: int, low: int, high: int, step: int = 50) -> QSpinBox:
    made = QSpinBox()
    made.setAccessibleName(name)
    made.setRange(low, high)
    made.setValue(value)
    made.setSingleStep(step)
    return made
