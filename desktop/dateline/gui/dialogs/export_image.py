"""Export of the timeline as an image, with a live preview."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, QTemporaryDir, QTimer, QUrl
from PySide6.QtGui import QDrag, QGuiApplication, QImage, QMouseEvent, QPixmap
from PySide6.QtWidgets import QFormLayout, QLabel, QScrollArea, QSpinBox, QWidget

from dateline.core.model import Bundle
from dateline.errors import DatelineError
from dateline.export import image
from dateline.export.image.files import preview
from dateline.export.image.options import DPI, SCALES, ImageOptions
from dateline.gui.language import i18n
from dateline.gui.language.i18n import tr
from dateline.gui.language.words import LANES
from dateline.gui.widgets import builders as w
from dateline.gui.widgets.files import save_as
from dateline.gui.workspace.takeaway import SCOPES, collect
from dateline.gui.workspace.workspace import Workspace

from .base import Dialog

PREVIEW = 560
FLAGS = (
    ("legend", "Legend", True),
    ("sources", "Sources", True),
    ("undated", "Undated events", True),
    ("elastic", "More room for busy times", True),
    ("transparent", "Transparent background", False),
)
CHOICES: tuple[tuple[str, str, tuple[tuple[object, str], ...]], ...] = (
    ("theme", "Colours", (("light", "Light"), ("dark", "Dark"), ("print", "Print"))),
    ("vertical", "Direction", ((True, "Vertical"), (False, "Horizontal"))),
    ("lanes", "Lanes", tuple(LANES.items())),
    ("paper", "Paper", (("", "None, by its size"), ("A4", "A4"), ("A3", "A3"), ("Letter", "Letter"))),
    ("landscape", "Sheet", ((False, "Upright"), (True, "Across"))),
    ("pages", "Pages", (("fit", "Fit on one page"), ("tile", "On as many as needed"))),
    ("unit", "Unit", (("px", "Pixels"), ("mm", "Millimetres"))),
)
"""Each choice: the option's name, its label, and (value, words)."""


class ExportImageDialog(Dialog):
    """Choices at the side, the picture beside them; it can be dragged out of the window."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.window, tr("Export image"), (1000, 680))
        self._workspace = workspace
        self._bundles: dict[str, Bundle] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(150)
        self._timer.timeout.connect(self.refresh)
        self.choices: dict[str, Any] = {}
        form = self._form()
        self.picture = _Draggable(self._dragged)
        scroll = QScrollArea()
        scroll.setWidget(self.picture)
        scroll.setWidgetResizable(True)
        scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        side = QWidget()
        side.setLayout(w.column(form, 10, *self._flags(), None))
        side.setFixedWidth(330)
        save = w.button(tr("Export…"), self.export, kind="primary")
        save.setDefault(True)
        hint = w.label(tr("Drag the picture into another window, or:"), "muted")
        body = w.row(side, scroll)
        body.setStretch(1, 1)
        self.lay_out(
            body, hint, None, w.button(tr("Copy"), self.copy, picture="copy"), w.button(tr("Cancel"), self.reject), save
        )
        self.refresh()

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        self.title = w.field(tr("Title"), tr("Timeline"))
        self.title.textChanged.connect(lambda _text: self._timer.start())
        scopes = [
            (name, words) for name, words in SCOPES.items() if name != "selection" or self._workspace.selection.events
        ]
        form.addRow(tr("Title"), self.title)
        self._add(form, "scope", "Events", scopes)
        for name, label, choices in CHOICES:
            self._add(form, name, label, choices)
        self.width_ = _number(tr("Width"), 900, 53, 20_000)
        self.width_.valueChanged.connect(lambda _n: self._timer.start())
        form.addRow(tr("Width"), self.width_)
        self.height_ = _number(tr("Height"), 0, 0, 20_000)
        self.height_.setSpecialValueText(tr("as needed"))
        self.height_.valueChanged.connect(lambda _n: self._timer.start())
        form.addRow(tr("Height"), self.height_)
        self._add(form, "scale", "Scale", [(n, f"{n}×") for n in SCALES], 2)
        self._add(form, "dpi", "Resolution", [(n, f"{n} DPI") for n in DPI])
        return form

    def _add(self, form: QFormLayout, name: str, label: str, choices: Any, default: Any = None) -> None:
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
        chosen: dict[str, Any] = {name: part.currentData() for name, part in self.choices.items() if name != "scope"}
        chosen |= {name: flag.isChecked() for name, flag in self.flags.items()}
        visible = self._workspace.visible_range() if self.choices["scope"].currentData() == "range" else None
        return ImageOptions(
            **chosen,
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
        scope = self.choices["scope"].currentData()
        if scope not in self._bundles:
            workspace = self._workspace
            self._bundles[scope] = collect(
                workspace.document.library,
                scope,
                workspace.document.filter,
                workspace.selection.events,
                workspace.visible_range(),
            )
        return self._bundles[scope]

    def refresh(self) -> None:
        """Paint the preview anew, or say why it cannot be."""
        try:
            options = self.options()
            options.check()
            shown = preview(self.bundle(), options, PREVIEW)
        except DatelineError as error:
            self.complain(str(error))
            return
        self.complain("")
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
            workspace.notices.tell(tr("The timeline is in “{name}”.").format(name=written[0].name))
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


class _Draggable(QLabel):
    """The preview; dragging it out gives the picture away."""

    def __init__(self, data: Any) -> None:
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


def _number(name: str, value: int, low: int, high: int) -> QSpinBox:
    made = QSpinBox()
    made.setAccessibleName(name)
    made.setRange(low, high)
    made.setValue(value)
    made.setSingleStep(50)
    return made
