"""Frame times of the timeline while panning and zooming, against QGraphicsView with the same events.

    .venv/bin/python tests/benchmarks/timeline_frames.py [--least EVENTS] [--most EVENTS] [--rounds N]

1600×900, offscreen, raster. A frame is one step of panning or zooming and the painting of the widget; its time is the
best of a few rounds, each with a new widget, for other programs take their share of the processor. Prints the
median and the 95th percentile in milliseconds by the clock, the latter also of the processor, and the ratio to the
rival at 10,000 and 100,000 events. Then what it takes to select, to filter and to lay out anew 100,000 events.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import perf_counter, process_time

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "desktop"))

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPen
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView, QWidget

from dateline.core.moment import DAY, HOUR, moment
from dateline.export.palette import load
from dateline.gui.chronicle.view import ChronicleView
from dateline.gui.timeline.view import TimelineView
from dateline.timeline.chronicle.blocks import Told
from dateline.timeline.spans import Spans
from dateline.timeline.text import Caption

SIZE = (1600, 900)
FRAMES = 120
Times = list[tuple[float, float]]


def made_up(count: int, seed: int = 7) -> Spans:
    """Events over ten years: most of a day, some of weeks and months, a tenth at the same moments."""
    random = np.random.default_rng(seed)
    begin = moment(2015) + (random.beta(2, 1.4, count) * 3650).astype(np.int64) * DAY
    begin += random.choice([0, 6 * HOUR, 18 * HOUR], count)
    length = random.choice([60, 12 * HOUR, DAY, DAY, DAY, 7 * DAY, 30 * DAY], count)
    end = begin + length
    ids = np.arange(1, count + 1)
    return Spans.make(ids, begin, end, begin, end, random.choice(6, count, p=[0.7, 0.1, 0.08, 0.06, 0.03, 0.03]))


def captions(ids: Sequence[int]) -> list[Caption]:
    """Invented titles."""
    return [Caption(f"Council of ward {event % 97} votes on plan {event}", "29 March 2025") for event in ids]


def told(ids: Sequence[int]) -> list[Told]:
    """Invented lines."""
    return [Told(f"Council of ward {event % 97} votes on plan {event}", "29 March 2025") for event in ids]


def steps(span: int) -> Iterator[tuple[float, float]]:
    """Where to look, frame by frame: (share of the way, share of the span shown); pans at several zooms, and zooms."""
    for shown in (1.0, 0.3, 0.03, 0.003, 0.0006):
        for frame in range(FRAMES // 8):
            yield 0.3 + 0.4 * frame / (FRAMES / 8) * min(shown * 3, 1), shown
    for frame in range(FRAMES // 2):
        yield 0.6, 10 ** (-4 * frame / (FRAMES / 2))


def timeline_frames(app: QApplication, spans: Spans, *, vertical: bool) -> Times:
    """Milliseconds of each frame of our widget."""
    view = TimelineView(load("light"))
    view.resize(*SIZE)
    view.set_vertical(vertical)
    view.set_spans(spans, captions)
    view.show()
    app.processEvents()
    image = QImage(*SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    begin, until = view.visible_range

    def show(middle: float, shown: float) -> None:
        half = int((until - begin) * shown / 2)
        at = begin + int((until - begin) * middle)
        view.show_range(at - half, at + half + 10)

    return frames(view, image, show, steps(until - begin))


def chronicle_frames(app: QApplication, spans: Spans) -> Times:
    """Milliseconds of each frame of the chronicle: rolling, and more and fewer events."""
    view = ChronicleView(load("light"), told)
    view.resize(*SIZE)
    view.set_spans(spans)
    view.show()
    app.processEvents()
    image = QImage(*SIZE, QImage.Format.Format_ARGB32_Premultiplied)

    def show(by: float, factor: float) -> None:
        view.pan(by)
        if factor != 1.0:
            view.zoom(factor, 450.0)

    rolls = [(24.0, 1.0)] * FRAMES
    zooms = [(0.0, 1.08)] * FRAMES + [(24.0, 1.0)] * FRAMES + [(0.0, 1 / 1.08)] * FRAMES
    return frames(view, image, show, iter([*rolls, *zooms]))


def rival_frames(app: QApplication, spans: Spans) -> Times:
    """Milliseconds of each frame of a QGraphicsView with a rectangle for each event."""
    scene = QGraphicsScene()
    scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.BspTreeIndex)
    begin, until = int(spans.at[0]), int(spans.end.max())
    per_minute = SIZE[0] / (until - begin)
    pen, brush = QPen(Qt.PenStyle.NoPen), QBrush(QColor("#1f5fa8"))
    for row, (at, end) in enumerate(zip(spans.at.tolist(), spans.end.tolist(), strict=True)):
        x, width = (at - begin) * per_minute, max((end - at) * per_minute, 0.02)
        scene.addRect(QRectF(x, 20 + row % 60 * 14, width, 10), pen, brush)
    view = QGraphicsView(scene)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.resize(*SIZE)
    view.show()
    app.processEvents()
    image = QImage(*SIZE, QImage.Format.Format_ARGB32_Premultiplied)

    def show(middle: float, shown: float) -> None:
        view.resetTransform()
        view.scale(1 / shown, 1)
        view.centerOn(SIZE[0] * middle, SIZE[1] / 2)

    return frames(view.viewport(), image, show, steps(until - begin))


def frames(
    widget: QWidget, image: QImage, show: Callable[[float, float], None], places: Iterator[tuple[float, float]]
) -> Times:
    """Milliseconds of each step and its painting, by the clock and of the processor."""
    times = []
    for middle, shown in places:
        start, used = perf_counter(), process_time()
        show(middle, shown)
        widget.render(image)
        times.append(((perf_counter() - start) * 1000, (process_time() - used) * 1000))
    return times


def line(name: str, *rounds: Times) -> float:
    """Print one row of each frame's best time; returns the 95th percentile."""
    times, used = np.min(rounds, axis=0).T
    late, busy = np.percentile(times, 95), np.percentile(used, 95)
    print(f"{name:<42} median {np.median(times):7.1f} ms   p95 {late:7.1f} ms (of the processor {busy:.1f})   "
          f"worst {max(times):7.1f} ms")  # fmt: skip
    return float(late)


def changes(count: int) -> None:
    """Selecting, filtering and laying out anew."""
    view = TimelineView(load("light"))
    view.resize(*SIZE)
    view.set_vertical(False)
    spans = made_up(count)
    view.set_spans(spans, captions)
    image = QImage(*SIZE, QImage.Format.Format_ARGB32_Premultiplied)

    def timed(name: str, work: Callable[[], object]) -> None:
        best = []
        for _ in range(5):
            start = perf_counter()
            work()
            view.render(image)
            best.append((perf_counter() - start) * 1000)
        print(f"{name:<42} median {np.median(best):7.1f} ms   worst {max(best):7.1f} ms")

    half = spans.ids[::2].tolist()
    print(f"{count:,} events, with the painting:")
    timed("  select half of them", lambda: view.set_selection(half))
    timed("  filter to a third and show", lambda: view.set_spans(spans.take(spans.ids % 3 == 0), captions))
    timed("  put all back and lay out anew", lambda: view.set_spans(made_again(spans), captions))
    chronicle = ChronicleView(load("light"), told)
    chronicle.resize(*SIZE)
    chronicle.show()

    def again() -> None:
        chronicle.set_spans(made_again(spans))
        chronicle.render(image)

    timed("  put all back into the chronicle", again)
    lane = spans.ids % 12
    names = [f"lane {n}" for n in range(12)]
    timed("  lay out anew in 12 lanes", lambda: view.set_spans(spans.take(spans.ids > 0, lane, names), captions))


def made_again(spans: Spans) -> Spans:
    """The same rows from unordered columns, as after a change of the library."""
    return Spans.make(
        spans.ids[::-1], spans.earliest[::-1], spans.latest_start[::-1], spans.earliest_end[::-1], spans.latest[::-1]
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Frame times of the timeline")
    parser.add_argument("--most", type=int, default=1_000_000)
    parser.add_argument("--least", type=int, default=1_000)
    parser.add_argument("--rounds", type=int, default=3)
    wanted = parser.parse_args()
    rounds: int = wanted.rounds
    app = QApplication(["timeline_frames", "-platform", "offscreen"])
    for count in (1_000, 10_000, 100_000, 1_000_000):
        if not wanted.least <= count <= wanted.most:
            continue
        spans = made_up(count)
        line(f"{count:>9,} events, chronicle", *(chronicle_frames(app, spans) for _ in range(rounds)))
        for vertical in (False, True):
            late = line(f"{count:>9,} events, {'down' if vertical else 'to the right'}",
                        *(timeline_frames(app, spans, vertical=vertical) for _ in range(rounds)))  # fmt: skip
            if not vertical and count in (10_000, 100_000):
                rival = line(f"{count:>9,} events, QGraphicsView", rival_frames(app, spans))
                print(f"{'':<10} ours to the rival's p95: {late / rival:.2f}")
    changes(100_000)


if __name__ == "__main__":
    main()
