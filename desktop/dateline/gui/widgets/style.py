"""The window's style sheet, made from the roles of a theme. Spacing is in steps of 4 px."""

from dateline import paths
from dateline.export.palette import Palette


def sheet(c: Palette, scale: float = 1.0) -> str:
    """Qt's style sheet for a theme's colours, with text of so many times the usual size."""
    sizes = {name: f"{points * scale:.1f}pt" for name, points in (("huge", 15), ("large", 13), ("small", 9))}
    tick = "light" if int(c.on_accent[1:3], 16) > 127 else "dark"
    return _SHEET.format(c=c, tick=tick, icons=(paths.resources() / "icons").as_posix(), **sizes)


_SHEET = """
QWidget {{ outline: none; }}
QMainWindow, QDialog, QMessageBox {{ background: {c.window}; }}
QToolTip {{
    background: {c.base}; color: {c.text}; border: 1px solid {c.border}; border-radius: 6px; padding: 6px 8px;
}}

/* Words */
QLabel[kind="heading"] {{ font-size: {huge}; font-weight: 600; color: {c.text}; }}
QLabel[kind="section"] {{ font-size: {small}; font-weight: 600; color: {c.muted}; }}
QLabel[kind="muted"] {{ color: {c.muted}; }}
QLabel[kind="warning"] {{ color: {c.warning}; }}
QLabel[kind="badge"] {{
    background: {c.raised}; color: {c.muted}; border-radius: 8px; padding: 1px 7px; font-size: {small};
}}

/* Surfaces */
QFrame[kind="card"] {{ background: {c.base}; border: 1px solid {c.border}; border-radius: 10px; }}
QFrame[kind="pane"] {{ background: {c.base}; border: none; }}
QFrame[kind="bar"] {{ background: {c.window}; border: none; border-bottom: 1px solid {c.border}; }}
QFrame[kind="foot"] {{ background: {c.window}; border: none; border-top: 1px solid {c.border}; }}
QFrame[kind="banner"] {{
    background: {c.warning_base}; border: none; border-bottom: 1px solid {c.border};
}}
QFrame[kind="notice"], QFrame[kind="alarm"] {{
    background: {c.raised}; border: 1px solid {c.border}; border-radius: 10px;
}}
QFrame[kind="alarm"] {{ background: {c.warning_base}; border-color: {c.warning}; }}
QFrame[kind="popup"] {{ background: {c.base}; border: 1px solid {c.border}; }}
QFrame[kind="line"] {{ background: {c.border}; border: none; max-height: 1px; min-height: 1px; }}
QScrollArea, QStackedWidget {{ background: transparent; border: none; }}
QScrollArea > QWidget > QWidget {{ background: transparent; }}
QSplitter::handle {{ background: {c.border}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QSplitter::handle:vertical {{ height: 1px; }}
QSplitter::handle:hover {{ background: {c.accent}; }}
QStatusBar {{ background: {c.window}; color: {c.muted}; border-top: 1px solid {c.border}; }}
QStatusBar::item {{ border: none; }}

/* Menus */
QMenuBar {{ background: {c.window}; color: {c.text}; padding: 2px 4px; }}
QMenuBar::item {{ padding: 5px 9px; border-radius: 6px; background: transparent; }}
QMenuBar::item:selected, QMenuBar::item:pressed {{ background: {c.hover}; }}
QMenu {{ background: {c.base}; color: {c.text}; border: 1px solid {c.border}; padding: 5px; }}
QMenu::item {{ padding: 6px 28px 6px 10px; border-radius: 6px; margin: 0 1px; }}
QMenu::item:selected {{ background: {c.accent}; color: {c.on_accent}; }}
QMenu::item:disabled {{ color: {c.muted}; background: transparent; }}
QMenu::separator {{ height: 1px; background: {c.border}; margin: 5px 8px; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::icon:checked {{ background: {c.selection}; border: 1px solid {c.accent}; border-radius: 4px; }}
QMenu::indicator {{ width: 15px; height: 15px; margin-left: 7px; }}

/* Buttons */
QPushButton {{
    background: {c.base}; color: {c.text}; border: 1px solid {c.border}; border-radius: 7px; padding: 5px 13px;
    min-height: 18px;
}}
QPushButton:hover {{ background: {c.hover}; }}
QPushButton:pressed {{ background: {c.border}; }}
QPushButton:focus {{ border: 2px solid {c.accent}; padding: 4px 12px; }}
QPushButton:disabled {{ color: {c.muted}; background: {c.window}; }}
QPushButton[kind="primary"], QPushButton:default {{
    background: {c.accent}; color: {c.on_accent}; border: 1px solid {c.accent}; font-weight: 600;
}}
QPushButton[kind="primary"]:disabled {{
    color: {c.muted}; background: {c.window}; border-color: {c.border}; font-weight: 400;
}}
QPushButton[kind="primary"]:hover {{ background: {c.accent_hover}; }}
QPushButton[kind="primary"]:focus {{ border: 2px solid {c.text}; }}
QPushButton[kind="chip"] {{
    border-radius: 13px; padding: 3px 11px; background: {c.base}; min-height: 18px; font-weight: 400;
}}
QPushButton[kind="chip"]:focus {{ border: 2px solid {c.accent}; padding: 2px 10px; }}
QPushButton[kind="chip"]:hover {{ background: {c.hover}; }}
QPushButton[kind="chip"][active="true"] {{
    background: {c.selection}; border-color: {c.accent}; color: {c.text}; font-weight: 600;
}}
QPushButton[kind="link"] {{
    border: 1px solid transparent; background: transparent; color: {c.accent}; padding: 3px 5px; text-align: left;
}}
QPushButton[kind="link"]:hover {{ background: {c.hover}; }}
QPushButton[kind="link"]:focus {{ border: 1px solid {c.accent}; }}
QPushButton::menu-indicator {{ image: none; width: 0; }}
QToolButton {{
    background: transparent; color: {c.text}; border: 1px solid transparent; border-radius: 7px; padding: 5px;
}}
QToolButton:hover {{ background: {c.hover}; }}
QToolButton:pressed {{ background: {c.border}; }}
QToolButton:checked {{ background: {c.selection}; }}
QToolButton:focus {{ border: 1px solid {c.accent}; }}
QToolButton::menu-indicator {{ image: none; width: 0; }}
QToolButton[kind="segment"] {{ padding: 5px 10px; }}

/* Fields */
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox, QDateEdit {{
    background: {c.base}; color: {c.text}; border: 1px solid {c.border}; border-radius: 7px; padding: 4px 8px;
    selection-background-color: {c.accent}; selection-color: {c.on_accent}; min-height: 18px;
}}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus {{
    border: 2px solid {c.accent}; padding: 3px 7px;
}}
QLineEdit:disabled, QSpinBox:disabled, QComboBox:disabled {{ background: {c.window}; color: {c.muted}; }}
QPlainTextEdit[kind="title"] {{ font-size: {large}; font-weight: 600; }}
QLineEdit[kind="wrong"] {{ border: 2px solid {c.warning}; padding: 3px 7px; }}
QTextEdit[kind="page"], QTextEdit[kind="page"]:focus {{ border: none; padding: 0; border-radius: 0; }}
QComboBox {{ padding-right: 24px; }}
QComboBox::drop-down {{ border: none; width: 22px; subcontrol-position: center right; }}
QComboBox::down-arrow {{ image: url("{icons}/arrow-down.svg"); width: 16px; height: 16px; }}
QSpinBox {{ padding: 4px 22px 4px 8px; }}
QSpinBox QLineEdit, QSpinBox QLineEdit:focus {{ border: none; padding: 0 0 0 6px; }}
QSpinBox:focus {{ padding: 3px 21px 3px 7px; }}
QSpinBox::up-button, QSpinBox::down-button {{ border: none; background: transparent; width: 20px; }}
QSpinBox::up-arrow {{ image: url("{icons}/arrow-up.svg"); width: 13px; height: 13px; }}
QSpinBox::down-arrow {{ image: url("{icons}/arrow-down.svg"); width: 13px; height: 13px; }}
QComboBox {{ combobox-popup: 0; }}
QComboBox QAbstractItemView {{
    background: {c.base}; border: 1px solid {c.border}; selection-background-color: {c.accent};
    selection-color: {c.on_accent};
}}
QCheckBox, QRadioButton {{ spacing: 8px; padding: 2px; border: 1px solid transparent; border-radius: 4px; }}
QCheckBox::indicator {{
    width: 15px; height: 15px; border: 1px solid {c.muted}; border-radius: 4px; background: {c.base};
}}
QCheckBox::indicator:checked {{
    background: {c.accent}; border-color: {c.accent}; image: url("{icons}/checked-{tick}.svg");
}}
QCheckBox::indicator:disabled {{ border-color: {c.border}; background: {c.window}; }}
QCheckBox:focus, QRadioButton:focus {{ border: 1px solid {c.accent}; }}
QGroupBox {{
    border: 1px solid {c.border}; border-radius: 10px; margin-top: 22px; padding: 12px; background: {c.base};
}}
QGroupBox::title {{ subcontrol-origin: margin; left: 4px; top: 2px; color: {c.muted}; }}

/* Lists and tables */
QListView, QTreeView, QTableView {{
    background: {c.base}; alternate-background-color: {c.raised}; color: {c.text}; border: none;
    gridline-color: {c.border}; selection-background-color: {c.selection}; selection-color: {c.text};
}}
QListView:focus, QTreeView:focus, QTableView:focus {{ border: none; }}
QTableView::item, QTreeView::item {{ padding: 5px 8px; border: none; }}
QListView::item {{ padding: 5px 8px; }}
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected {{
    background: {c.selection}; color: {c.text};
}}
QTableView::item:focus {{ border: 1px solid {c.accent}; }}
QHeaderView {{ background: {c.window}; }}
QHeaderView::section {{
    background: {c.window}; color: {c.muted}; border: none; border-bottom: 1px solid {c.border}; padding: 6px 8px;
    font-weight: 600;
}}
QHeaderView::section:hover {{ color: {c.text}; }}

/* Scroll bars */
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {c.scroll}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {c.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}

/* Others */
QProgressBar {{
    background: {c.border}; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; color: transparent;
}}
QProgressBar::chunk {{ background: {c.accent}; border-radius: 3px; }}
QTabWidget::pane {{ border: none; }}
QTabBar::tab {{
    background: transparent; color: {c.muted}; padding: 7px 13px; border: none; border-bottom: 2px solid transparent;
}}
QTabBar::tab:selected {{ color: {c.text}; border-bottom: 2px solid {c.accent}; }}
QTabBar::tab:focus {{ color: {c.accent}; }}
QSlider::groove:horizontal {{ height: 4px; background: {c.border}; border-radius: 2px; }}
QSlider::handle:horizontal {{
    background: {c.accent}; width: 14px; height: 14px; margin: -5px 0; border-radius: 7px;
}}
"""
