"""A chronicle on pages: title and standfirst, columns of events under their days, legend, sources and credit."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from dateline.core.model import Article, Bundle, Certainty, Event
from dateline.errors import ExportError
from dateline.export.image.chronicle_paint import Ink, paint_blocks
from dateline.export.image.events import articles_of, caption, certainty_words, merged, told
from dateline.export.image.fonts import Fonts
from dateline.export.image.legend import Gaps, legend_items, legend_mark, legend_rows
from dateline.export.image.options import LEAST_TEXT, MM, ImageOptions
from dateline.export.image.paint import text
from dateline.export.palette import Palette, load
from dateline.timeline.chronicle.blocks import Block, Kind, Told, Words, blocks_of, column
from dateline.timeline.chronicle.choice import Choice
from dateline.timeline.chronicle.flow import Frame, Placed, even_bottom, flowed
from dateline.timeline.chronicle.interval import interval
from dateline.timeline.chronicle.order import Order
from dateline.timeline.scene import Line, Mark, Rect
from dateline.timeline.spans import Spans
from dateline.timeline.words import date_words, event_words

_MOST_COLUMNS = 3
_LARGER = (1.6, 1.45, 1.3, 1.15)  # times the text size, where a page has room to spare
_MOST_PAGES = 200
_MOST_SOURCES = 24
_GAPS = Gaps(words=36, items=16, rows=4)  # of the legend
_MORE_THAN_FITS = 600  # no single page has room for more lines


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page: what stands on it, in scene pixels."""

    width: float
    height: float
    lines: tuple[Line, ...]
    placed: tuple[Placed, ...]
    column: float
    rules: tuple[tuple[float, float, float, float], ...]
    legend: tuple[tuple[Mark, Line], ...]
    palette: Palette
    fonts: Fonts
    transparent: bool
    number: int = 1
    of: int = 1

    @property
    def events(self) -> list[int]:
        """The events that have a line on it."""
        return [placed.block.event for placed in self.placed if placed.block.kind is Kind.ENTRY]

    def paint(self, painter: QPainter) -> None:
        """Paint the page with its upper left corner at the painter's origin."""
        palette = self.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.transparent:
            painter.fillRect(QRectF(0, 0, self.width, self.height), QColor(palette.base))
        muted = QColor(palette.muted)
        colors = dict.fromkeys(("small", "words", "standfirst", "header"), muted) | {"heading": QColor(palette.text)}
        text(painter, self.lines, colors, self.fonts)
        painter.setPen(QPen(QColor(palette.border), 1))
        painter.drawLines([QLineF(*rule) for rule in self.rules])
        for mark, line in self.legend:
            legend_mark(painter, mark, palette)
            text(painter, [line], {"small": muted}, self.fonts)
        paint_blocks(painter, self.placed, Ink(palette, self.fonts, palette.text, palette.muted), self.column)


class Chronicle:
    """The events of a bundle, chosen and ready to be laid on pages."""

    def __init__(self, bundle: Bundle, options: ImageOptions) -> None:
        self.options = options
        self.fonts = Fonts(
            options.text_size, least=LEAST_TEXT if options.printed else 8.0, serif=True
        )  # fmt: skip
        every = told(bundle, options)
        self.events = merged(every, bundle.merges)
        self.articles = articles_of(every)
        telling = {event.article for event in every}
        self.sources = [article for article in bundle.articles if article.id in telling or not every]
        self.undated = [event for event in self.events if not event.dated]
        dated = [event for event in self.events if event.dated]
        self._by_id = {event.id: event for event in dated}
        score = {event.id: self._score(event) for event in dated}
        spans = Spans.from_events(dated)
        scores = np.array([score[event] for event in spans.ids.tolist()], np.float64)
        self.order = Order(spans, scores / max(float(scores.max()), 1.0) if len(scores) else scores)
        self._told: dict[int, Told] = {}

    def _score(self, event: Event) -> float:
        """An event's weight, more where several articles tell it; among equals the surer one counts more."""
        return event.weight + 0.05 * min(self.articles(event) - 1, 6) + 0.02 * event.confidence

    def told(self, ids: Sequence[int]) -> list[Told]:
        """What the lines of events say."""
        for event in ids:
            if event not in self._told:
                self._told[event] = self._tell(self._by_id[event])
        return [self._told[event] for event in ids]

    def _tell(self, event: Event) -> Told:
        options = self.options
        tag = ""
        if event.certainty is not Certainty.REPORTED:
            tag = certainty_words(event.certainty, options)
            if event.certainty is Certainty.CLAIMED and event.attributed_to:
                tag = f"{tag} · {event.attributed_to}"
        words = event_words(event, options.locale, options.conventions)
        return Told(caption(event, options).title, words, tag, self.articles(event))

    def choice(self, most: int) -> Choice:
        """The ``most`` weightiest of them."""
        exact = self.options.show == "key"
        return Choice(self.order, (0, len(self.order)), most, locale=self.options.locale, exact=exact)

    @property
    def wanted(self) -> int:
        """How many lines are asked for."""
        return min(self.options.most, len(self.order)) if self.options.show == "key" else len(self.order)


def leaves(bundle: Bundle, options: ImageOptions) -> list[Leaf]:
    """The pages of a bundle's chronicle; one at least.

    A picture of a fixed size, or paper with pages "fit", is one page, with as many of the weightiest events as it has
    room for and the others counted, its text larger where paper has room to spare; with "tile" paper has as many
    pages as it needs.

    Raises:
        ExportError: when there is no room for a single event.
    """
    if options.paper and options.pages == "fit":
        for larger in _LARGER:
            pages = _Pages(Chronicle(bundle, replace(options, text_size=options.text_size * larger)))
            if pages.all_fit():
                return pages.made()
    return _Pages(Chronicle(bundle, options)).made()


class _Pages:
    def __init__(self, story: Chronicle) -> None:
        self.story, self.options, self.fonts = story, story.options, story.fonts
        options, size = self.options, story.fonts.size
        self.width, self.height = options.size
        self.margin = 12 * MM if options.paper else round(size * 2.2)
        if options.unit == "mm" and not options.paper:
            self.margin = 4 * MM
        self.inner = self.width - 2 * self.margin
        self.gutter = round(size * 2.0)
        columns = options.columns or self._columns()
        self.column = (self.inner - self.gutter * (columns - 1)) / columns
        self.columns = tuple(self.margin + number * (self.column + self.gutter) for number in range(columns))
        words = Words(options.say, options.count, options.locale)
        self.style = column(self.column, self.fonts, words)
        self.one = not options.paper or options.pages == "fit"

    def _columns(self) -> int:
        room = int((self.inner + self.gutter) // (25 * self.fonts.size + self.gutter))
        return max(1, min(room, _MOST_COLUMNS, (self.story.wanted + 7) // 8))

    def made(self) -> list[Leaf]:
        """The pages."""
        most = self.story.wanted
        if self.one and self.height is not None:
            most = self._most_that_fit(min(most, _MORE_THAN_FITS))
        choice, lines = self._lines(most)
        legend, foot = self._foot(choice)
        frame = self._frame(choice)
        pages = flowed(lines, frame, self._again(choice, lines))
        if len(pages) > _MOST_PAGES:
            raise ExportError(f"That would be {len(pages)} pages. Choose the key events only, or a shorter range.")
        if self.one and not len(choice):  # how many they are is said above them
            pages = pages[:1]
        pages = even_bottom(lines, frame, self._again(choice, lines), pages)
        total = max(len(pages), 1)
        return [self._leaf(number, total, placed, legend, foot, choice) for number, placed in enumerate(pages or [[]])]

    def _again(self, choice: Choice, lines: Sequence[list[Block]]) -> Callable[[int], list[Block]]:
        """A line's blocks with all its headings; those of the events without a date as they are."""

        @cache
        def blocks(index: int) -> list[Block]:
            if index >= len(choice):
                return lines[index]
            return blocks_of(choice, index, self.story.told, self.style, again=True)

        return blocks

    def all_fit(self) -> bool:
        """Whether one page has room for all that is wanted."""
        if self.story.wanted > _MORE_THAN_FITS:
            return False
        choice, lines = self._lines(self.story.wanted)
        return len(flowed(lines, self._frame(choice), self._again(choice, lines))) <= 1

    def _lines(self, most: int) -> tuple[Choice, list[list[Block]]]:
        choice = self.story.choice(most)
        lines = [blocks_of(choice, index, self.story.told, self.style) for index in range(len(choice))]
        undated = self._undated()
        if undated and lines:
            lines.append(undated)
        elif undated:  # nothing else: they may run over columns and pages
            lines += [undated[:2], *([block] for block in undated[2:])]
        return choice, lines

    def _undated(self) -> list[Block]:
        """The events without a date: their titles, or their number."""
        story, fonts, options = self.story, self.fonts, self.options
        if not options.undated or not story.undated:
            return []
        shown = story.undated[: min(12, options.most)] if options.show != "key" else []
        if not len(story.order):
            shown = story.undated
        if not shown:
            told = options.say("Without a date: {n}").format(n=options.count(len(story.undated)))
            below = Line(told, 0.0, fonts.size * 0.6 + fonts.ascent("words"), "words")
            return [Block(Kind.NOTE, fonts.size * 0.6 + fonts.line("words"), -1, (below,), name=told)]
        head = options.say("Without a date ({n})").format(n=options.count(len(story.undated)))
        top = round(fonts.size * 0.9)
        high = top + fonts.line("outer") + round(fonts.size * 0.35)
        line = Line(head.upper(), 0.0, top + fonts.ascent("outer"), "outer")
        box = Rect(0.0, top, fonts.width(head.upper(), "outer"), fonts.line("outer"))
        blocks = [Block(Kind.HEADING, high, -1, (line,), box=box, name=head)]
        for event in shown:
            title = caption(event, options).title
            wrapped = fonts.wrap(title, "words", self.column, 3)
            rows = [
                Line(words, 0.0, number * fonts.line("words") + fonts.ascent("words"), "words")
                for number, words in enumerate(wrapped)
            ]
            blocks.append(Block(Kind.NOTE, len(wrapped) * fonts.line("words") + 2, -1, tuple(rows), name=title))
        return blocks

    def _most_that_fit(self, most: int) -> int:
        """The most lines that one page has room for."""
        low, high = 0, most
        while low < high:
            middle = (low + high + 1) // 2
            choice, lines = self._lines(middle)
            pages = flowed(lines, self._frame(choice), self._again(choice, lines))
            low, high = (middle, high) if len(pages) <= 1 else (low, middle - 1)
        if not low and most:
            raise ExportError(
                "There is no room for the timeline at this size. Make it larger, or leave the sources out."
            )
        return low

    # Around the columns

    def _head(self, number: int, choice: Choice) -> tuple[list[Line], float]:
        """Title and standfirst on the first page, the title small on the others; and where the columns begin."""
        fonts, options, y = self.fonts, self.options, self.margin
        lines: list[Line] = []
        if number:
            if options.title:
                words = fonts.cut(options.title, "small", self.inner)
                lines.append(Line(words, self.margin, y + fonts.ascent("small"), "small"))
                y += fonts.line("small") + 6
            return lines, y
        if options.title:
            for words in fonts.wrap(options.title, "heading", self.inner, 5):
                lines.append(Line(words, self.margin, y + fonts.ascent("heading"), "heading"))
                y += fonts.line("heading")
            y += round(fonts.size * 0.2)
        standfirst = options.standfirst or (self._standfirst(choice) if options.title else "")
        if standfirst:
            for words in fonts.wrap(standfirst, "standfirst", min(self.inner, fonts.size * 52), 4):
                lines.append(Line(words, self.margin, y + fonts.ascent("standfirst"), "standfirst"))
                y += fonts.line("standfirst")
        return lines, y + (round(fonts.size * 0.6) if lines else 0)

    def _standfirst(self, choice: Choice) -> str:
        """What is shown, in a sentence: "48 of 1,204 events from 11 articles, February to April 2026"."""
        options, story = self.options, self.story
        shown, every = len(choice), len(story.order)
        if not every and story.undated:
            words = options.say("Without a date: {n}").format(n=options.count(len(story.undated)))
        elif shown < every:
            words = options.say("The {n} weightiest of {all} events")
            words = words.format(n=options.count(shown), all=options.count(every))
        else:
            words = options.say("1 event" if every == 1 else "{n} events", every).format(n=options.count(every))
        if len(story.sources) > 1:
            words = options.say("{events} from {n} articles", len(story.sources)).format(
                events=words, n=options.count(len(story.sources))
            )  # fmt: skip
        if every:
            first, after = story.order.nearly_all
            begin, until = int(story.order.at[first]), int(story.order.end[first:after].max())
            when = date_words((begin, None, None, max(until, begin + 1)), locale=options.locale)
            words = (
                f"{words}, {when}"
                if (first, after) == (0, every)
                else options.say("{events}, most of them {when}").format(events=words, when=when)
            )
        return f"{words}."

    def _foot(self, choice: Choice) -> tuple[list[tuple[Mark, str]], list[Line]]:
        """The legend's items, and the lines below them from y 0 on."""
        fonts, options, story = self.fonts, self.options, self.story
        items: list[tuple[Mark, str]] = []
        if options.legend and len(choice):
            rail = (0.0, self.style.bar_width, 0.0)
            marks = [interval(choice, index, rail) for index in range(len(choice))]
            items = list(legend_items(story.order.spans, marks, options))
        said: list[str] = []
        if options.sources and story.sources:
            names = list(dict.fromkeys(_source(article) for article in story.sources))
            kept = names[:_MOST_SOURCES]
            if len(names) > len(kept):
                kept.append(options.say("and {n} more").format(n=options.count(len(names) - len(kept))))
            said.append(f"{options.say('Source' if len(names) == 1 else 'Sources')}: {', '.join(kept)}")
        said.append(options.credit or options.say("Made with Dateline"))
        lines: list[Line] = []
        y = 0.0
        for words in fonts.wrap(" · ".join(said), "small", self.inner, 4):
            lines.append(Line(words, self.margin, y + fonts.ascent("small"), "small"))
            y += fonts.line("small")
        return items, lines

    def _legend(self, items: Sequence[tuple[Mark, str]], y: float) -> tuple[list[tuple[Mark, Line]], float]:
        if not items:
            return [], y
        placed, end = legend_rows(items, self.fonts, self.margin, self.margin + self.inner, y, _GAPS)
        return placed, end + _GAPS.rows

    def _foot_height(self, items: Sequence[tuple[Mark, str]], lines: Sequence[Line]) -> float:
        return 8 + self._legend(items, 0.0)[1] + len(lines) * self.fonts.line("small")

    def _frame(self, choice: Choice) -> Callable[[int], Frame]:
        below = self._foot_height(*self._foot(choice))
        tops = [self._head(number, choice)[1] for number in (0, 1)]

        def frame(number: int) -> Frame:
            top = tops[min(number, 1)]
            bottom = 1e9 if self.height is None else self.height - self.margin - below - self.fonts.size * 0.8
            return Frame(self.columns, top, bottom)

        return frame

    def _leaf(
        self, number: int, total: int, placed: Sequence[Placed], items: Sequence[tuple[Mark, str]],
        foot: Sequence[Line], choice: Choice,
    ) -> Leaf:  # fmt: skip
        fonts = self.fonts
        lines, top = self._head(number, choice)
        bottom = max((each.y + each.block.height for each in placed), default=top)
        below = self._foot_height(items, foot)
        height = self.height if self.height is not None else round(bottom + fonts.size + below + self.margin)
        start = height - self.margin - below
        legend, y = self._legend(items, start + 8)
        lines += [line._replace(y=line.y + y) for line in foot]
        if total > 1:
            words = self.options.say("Page {n} of {all}").format(n=number + 1, all=total)
            x = self.margin + self.inner - fonts.width(words, "small")
            lines.append(Line(words, x, height - self.margin + fonts.line("small"), "small"))
        rules = [(self.margin, round(start) + 0.5, self.margin + self.inner, round(start) + 0.5)]
        for left in self.columns[1:] if any(each.x > self.margin for each in placed) else ():
            x = round(left - self.gutter / 2) + 0.5
            rules.append((x, top, x, bottom))
        return Leaf(
            self.width, height, tuple(lines), tuple(placed), self.column, tuple(rules), tuple(legend),
            load(self.options.theme), fonts, self.options.transparent, number + 1, total,
        )  # fmt: skip


def _source(article: Article) -> str:
    """Where an article is from, in a word or two."""
    return article.site or article.title or article.file.rpartition("/")[2]
