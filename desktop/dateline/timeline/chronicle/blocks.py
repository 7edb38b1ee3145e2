"""Lines of a chronicle as blocks: each measured, with everything in it placed from its own upper left corner."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import NamedTuple

from dateline.core.message import Say, in_english
from dateline.core.moment import DAY, HOUR, Moment, civil
from dateline.timeline.chronicle.choice import Choice, Hidden
from dateline.timeline.chronicle.heads import Head, after, moment_words, outer_words, short_words
from dateline.timeline.chronicle.interval import interval
from dateline.timeline.scene import Line, Mark, Rect
from dateline.timeline.text import Measure
from dateline.timeline.words import day_words


class Told(NamedTuple):
    """What a line says: the title, when in full, how surely where not plainly reported, and how many articles."""

    title: str
    words: str
    tag: str = ""
    articles: int = 1


class Words(NamedTuple):
    """The chronicle's own words; ``say`` puts them into the reader's language, ``number`` writes numbers."""

    say: Say = in_english
    number: Callable[[int], str] = "{:,}".format
    locale: str = "en_GB"

    def more(self, count: int, to: str, *, short: bool) -> str:
        """ "11 more", "11 more to 8 March 2026"."""
        words = self.say("and {n} more" if short else "{n} more", count).format(n=self.number(count))
        return self.say("{more} to {date}").format(more=words, date=to) if to else words

    def silence(self, minutes: int, *, short: bool) -> str:
        """ "≈ 12 days in which nothing is told"."""
        days = minutes / DAY
        length = (
            self._counted("{n} years", days / 365.25) if days > 730 else
            self._counted("{n} months", days / 30.44) if days > 92 else
            self._counted("{n} days", days) if days >= 2 else
            self._counted("{n} hours", minutes / HOUR)
        )  # fmt: skip
        return f"≈ {length}" if short else self.say("≈ {length} in which nothing is told").format(length=length)

    def _counted(self, english: str, count: float) -> str:
        return self.say(english, round(count)).format(n=self.number(round(count)))


_PLAIN = Words()
_A_YEAR = 366 * DAY


class Kind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    ENTRY = "entry"
    SILENCE = "silence"
    EDGE = "edge"
    NOTE = "note"


class Tag(NamedTuple):
    """How surely, in a pill."""

    rect: Rect
    line: Line
    certainty: int


class Block(NamedTuple):
    """A part of the chronicle, ``height`` high. ``index`` is the line's in the choice, ``place`` its in the order.

    ``lines`` hold texts, ``mark`` the event's interval on the ``rail`` (from, to, y) that its heading is. ``more`` is
    what is counted after it, told in ``more_rect``. ``begins`` says that the block opens an inner heading.
    """

    kind: Kind
    height: float
    index: int  # type: ignore[assignment] # a field in place of tuple's method
    lines: tuple[Line, ...]
    place: int = -1
    event: int = 0
    mark: Mark | None = None
    rail: tuple[float, float, float] | None = None
    tag: Tag | None = None
    more: Hidden | None = None
    more_rect: Rect | None = None
    begins: bool = False
    box: Rect | None = None
    name: str = ""
    head: Head | None = None


class Style(NamedTuple):
    """Measures of a chronicle ``width`` wide: where days, bars and texts stand, and how dense it is.

    ``under`` puts the bar below the title, beside the words. ``inline`` lets the words follow the title on its line.
    """

    width: float
    measure: Measure
    words: Words = _PLAIN
    day: float = 14.0
    bar: float = 66.0
    bar_width: float = 92.0
    text: float = 170.0
    right: float = 10.0
    gap: float = 7.0
    under: bool = False
    inline: bool = True
    short: bool = False
    title_lines: int = 4

    @property
    def room(self) -> float:
        """The width that texts have."""
        return self.width - self.text - self.right


def screen(width: float, measure: Measure, words: Words = _PLAIN) -> Style:
    """The style of a window's pane."""
    size = measure.size
    day = 14.0
    text = day + size * 4.5
    gap = round(size * 0.3)
    if width < 36 * size:
        return Style(width, measure, words, day, text, size * 4, text, size * 0.8, gap, under=True)
    bar = size * (6 if width > 60 * size else 4.5)
    return Style(width, measure, words, day, text, bar, text + bar + size, size * 0.8, gap)


def column(width: float, measure: Measure, words: Words = _PLAIN) -> Style:
    """The style of a printed column."""
    size = measure.size
    text = round(size * 3.8)
    return Style(
        width, measure, words, 0.0, text, size * 4.2, text, 0.0, round(size * 0.3), under=True, short=True,
    )  # fmt: skip


Tell = Callable[[Sequence[int]], Sequence[Told]]
"""Events' ids → what their lines say."""


def blocks_of(choice: Choice, index: int, told: Tell, style: Style, *, again: bool = False) -> list[Block]:
    """The blocks that a line brings: an outer heading where it begins one, itself, and the empty time after it.

    ``again`` says the headings it stands under whether it begins them or not, as a column's top does.
    """
    made: list[Block] = []
    if again or choice.opens(index):
        made.append(heading(choice, index, style, top=again or index == 0))
    made.append(_entry(choice, index, told, style, again=again))
    silence = choice.silence(index)
    if silence:
        made.append(_silence(index, silence, style))
    return made


def heading(choice: Choice, index: int, style: Style, *, top: bool = False) -> Block:
    """The outer heading of a line."""
    measure, (unit, begin) = style.measure, choice.outer(index)
    words = outer_words(unit, begin, style.words.locale)
    above, below = 0.0 if top else round(measure.size * 0.5), round(measure.size * 0.25)
    y = above + measure.ascent("outer")
    shown = words.upper()
    height = above + measure.line("outer") + below
    box = Rect(style.day, above, measure.width(shown, "outer"), measure.line("outer"))
    head = Head(begin, after(unit, begin), words, "")
    return Block(
        Kind.HEADING, height, index, (Line(shown, style.day, y, "outer"),), box=box, name=words, head=head
    )  # fmt: skip


def edge(style: Style, index: int, count: int, m: Moment, undated: int) -> Block:
    """The arrow to what lies before the range (``index`` -1) or after it, with the number of those without a date."""
    measure, words = style.measure, style.words
    said = []
    if count and index < 0:
        date = moment_words("year", m, words.locale)
        said.append(words.say("▲ {n} earlier, from {date}", count).format(n=words.number(count), date=date))
    elif count:
        date = moment_words("year", m, words.locale)
        said.append(words.say("▼ {n} later, to {date}", count).format(n=words.number(count), date=date))
    if undated:
        said.append(words.say("Without a date: {n}").format(n=words.number(undated)))
    text = " · ".join(said)
    pad = round(measure.size * 0.4)
    line = Line(text, style.bar, pad + measure.ascent("words"), "words")
    high = measure.line("words") + 2 * pad
    return Block(Kind.EDGE, high, index, (line,), box=Rect(0.0, 0.0, style.width, high), name=text)


def _silence(index: int, minutes: int, style: Style) -> Block:
    measure = style.measure
    words = style.words.silence(minutes, short=style.short)
    pad = 3.0 if style.short else round(measure.size * 0.4)
    line = Line(words, style.text if style.under else style.bar, pad + measure.ascent("small"), "small")
    box = Rect(line.x, pad, measure.width(words, "small"), measure.line("small"))
    return Block(Kind.SILENCE, measure.line("small") + 2 * pad, index, (line,), box=box, name=words)


def _entry(choice: Choice, index: int, told: Tell, style: Style, *, again: bool) -> Block:
    order, measure, words = choice.order, style.measure, style.words
    place = int(choice.places[index])
    row = int(order.rows[place])
    event = int(order.spans.ids[row])
    (what,) = told([event])
    head, begins = choice.head(index), again or choice.begins(index)
    extent = int(order.at[place]), int(order.end[place])
    hidden = choice.hidden(index)
    more = brief = ""
    if hidden is not None:
        last = int(order.at[hidden.after - 1])
        more = words.more(
            hidden.count,
            short_words(choice.level_at(index).inner, last, head.begin, words.locale) if last >= head.until else "",
            short=style.short,
        )
        more = more if style.short else f"▸ {more}"
        brief = more if style.short else f"▸ {words.more(hidden.count, '', short=False)}"
    bare = style.under and extent == (head.begin, head.until) and not what.tag
    text = _Text(
        style, what, _when(what, head, extent, words.locale), (more, brief), lead=choice.lead(index), bare=bare
    )
    top = round(measure.size * 0.25) if begins else 0.0
    text.run(top)
    lines = list(text.lines)
    height = text.bottom + style.gap
    if begins:
        unit, outer = choice.outer(index)
        if again or choice.opens(index):
            head = _plain(head, outer, after(unit, outer))
        named, bottom = _day_lines(head, style, top)
        lines += named
        if index + 1 == len(choice) or choice.begins(index + 1):
            height = max(height, bottom + style.gap)
    middle = text.bar_y
    rail = (style.bar, style.bar + style.bar_width, middle)
    box = Rect(style.text, top, style.room, text.bottom - top)
    mark = None if text.bare else interval(choice, index, rail)
    name = "; ".join(part for part in (what.words, what.title, what.tag) if part)
    return Block(
        Kind.ENTRY, height, index, tuple(lines), place, event, mark, None if text.bare else rail, text.tag and
        text.tag._replace(certainty=int(order.spans.certainty[row])), hidden, text.more, begins, box, name, head,
    )  # fmt: skip


def _plain(head: Head, outer: Moment, until: Moment) -> Head:
    """A heading without words where the outer one says the same."""
    return head._replace(big="", small="") if (head.begin, head.until) == (outer, until) else head


def _day_lines(head: Head, style: Style, top: float) -> tuple[list[Line], float]:
    """The inner heading's words, small ones beside the large where there is room, else below; and where they end."""
    measure = style.measure
    if not head.big:
        return [], top
    room = (style.text if style.under else style.bar) - style.day - (10 if style.under and not style.short else 4)
    role = next((role for role in ("day", "lead") if measure.width(head.big, role) <= room), "title")
    y = top + measure.ascent("lead" if role == "day" else role) + (2 if role == "day" else 0)
    lines = [Line(head.big, style.day, y, role)]
    end = y + measure.line("small") * 0.3
    if head.small:
        beside = style.day + measure.width(head.big, role) + 4
        if style.short or beside + measure.width(head.small, "small") > style.day + room:
            beside, y = style.day, y + measure.line("small")
        for words in head.below(lambda words: measure.width(words, "small") <= room):
            lines.append(Line(measure.cut(words, "small", room), beside, y, "small"))
            end, y = y + measure.line("small") * 0.3, y + measure.line("small")
    return lines, end


def _when(what: Told, head: Head, extent: tuple[Moment, Moment], locale: str) -> str:
    """The words for when, without what the headings say already."""
    words = what.words
    if head.big and (head.begin, head.until) == extent and head.until - head.begin > DAY:
        return ""
    if head.until - head.begin <= DAY:
        day = day_words(head.begin, locale)
        if words == day:
            return ""
        if words.startswith(day):
            return words[len(day) :].lstrip(" ,T")
    elif (
        head.until - head.begin <= _A_YEAR
        and civil(extent[0]).year == civil(extent[1] - 1).year
        and words.startswith(day := day_words(extent[0], locale))
    ):
        return short_words("day", extent[0], head.begin, locale) + words[len(day) :]
    return words


class _Text:
    """A title with what follows it, line by line."""

    def __init__(self, style: Style, what: Told, when: str, more: tuple[str, str], *, lead: bool, bare: bool) -> None:
        self.style, self.when = style, when
        self.role = "lead" if lead else "title"
        self.bare = bare
        self.titles = style.measure.wrap(what.title, self.role, style.room, style.title_lines)
        self.parts = [when] if when else []
        if what.articles > 1:
            self.parts.append(style.words.say("{n} articles").format(n=style.words.number(what.articles)))
        self.say_tag, (self.say_more, self.say_brief) = what.tag, more
        self.lines: list[Line] = []
        self.tag: Tag | None = None
        self.more: Rect | None = None
        self.bar_y = self.bottom = 0.0

    def run(self, top: float) -> None:
        """Place everything below ``top``."""
        style, measure = self.style, self.style.measure
        y = top
        for title in self.titles:
            self.lines.append(Line(title, style.text, y + measure.ascent(self.role), self.role))
            y += measure.line(self.role)
        self.bar_y = top + measure.line(self.role) / 2
        details = " · ".join(self.parts)
        ended = style.text + measure.width(self.titles[-1] if self.titles else "", self.role)
        x, baseline, line = ended + 10, self.lines[-1].y if self.lines else y, measure.line(self.role)
        fits = x + self._wanted(details) <= style.width - style.right
        if not fits and not style.under and x + self._wanted(details, brief=True) <= style.width - style.right:
            fits, self.say_more = True, self.say_brief  # up to when can be seen from the next heading
        self.bare = self.bare and not self._wanted(details)
        if self.bare:
            self.bottom = y
            return
        if style.under or not style.inline or not fits:
            x, baseline, line = style.text, y + measure.ascent("words"), measure.line("words")
            if style.under:
                x += style.bar_width + 8
                self.bar_y = y + line / 2
            elif not self._wanted(details):
                self.bottom = y
                return
            y += line
        self.bottom = self._details(details, x, baseline, y)

    def _wanted(self, details: str, *, brief: bool = False) -> float:
        """The width of all that follows the title."""
        more = self.say_brief if brief else self.say_more
        measure = self.style.measure
        widths = [measure.width(details, "words")] if details else []
        widths += [measure.width(self.say_tag, "tag") + 14] if self.say_tag else []
        widths += [measure.width(more, "more")] if more else []
        return sum(widths) + 8 * max(len(widths) - 1, 0)

    def _details(self, details: str, x: float, baseline: float, y: float) -> float:
        """The words, the pill and the count from ``x`` on, on further lines where one has no room; the bottom."""
        style, measure = self.style, self.style.measure
        left, right = style.text, style.width - style.right
        step = measure.line("words")
        if details:
            room = right - x
            if measure.width(details, "words") > room:
                wrapped = measure.wrap(details, "words", right - left, 3) if room < 60 else _hanging(
                    details, measure, room, right - left
                )  # fmt: skip
            else:
                wrapped = (details,)
            if room < 60 and measure.width(details, "words") > room:
                x, baseline, y = left, baseline + step, y + step
            for number, each in enumerate(wrapped):
                if number:
                    x, baseline, y = left, baseline + step, y + step
                self.lines.append(Line(each, x, baseline, "words"))
            x += measure.width(wrapped[-1], "words") + 8
        if self.say_tag:
            words = measure.cut(self.say_tag, "tag", right - left - 14)
            width = measure.width(words, "tag") + 12
            if x + width > right:
                x, baseline, y = left, baseline + step + 1, y + step + 1
            high = measure.line("tag")
            rect = Rect(x, baseline - measure.ascent("tag"), width, high)
            self.tag = Tag(rect, Line(words, x + 6, baseline - 0.5, "tag"), 0)
            x += width + 8
        if self.say_more:
            words = self.say_more
            width = measure.width(words, "more")
            if x + width > right:
                x, baseline, y = left, baseline + step, y + step
                words = measure.cut(words, "more", right - left)
            self.lines.append(Line(words, x, baseline, "more"))
            self.more = Rect(x, baseline - measure.ascent("more"), measure.width(words, "more"), measure.line("more"))
        return y


def _hanging(text: str, measure: Measure, first: float, room: float) -> tuple[str, ...]:
    """A text whose first line has less room than the others."""
    words, line = text.split(" "), ""
    while words and measure.width(f"{line} {words[0]}".strip(), "words") <= first:
        line = f"{line} {words.pop(0)}".strip()
    rest = measure.wrap(" ".join(words), "words", room, 3) if words else ()
    return (line, *rest)
