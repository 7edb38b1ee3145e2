"""A PDF whose streams would fill the memory is refused before anything unpacks it whole; others are let through."""

import random
import zlib

import pytest

from dateline.errors import Refused
from dateline.readers import pdf_streams


@pytest.fixture
def small_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same limits over streams a thousandth as large."""
    monkeypatch.setattr(pdf_streams, "_MOST_WORDS", 24_000)
    monkeypatch.setattr(pdf_streams, "_MOST_OTHER", 400_000)


def pdf(*streams: bytes) -> bytes:
    objects = (b"4 0 obj <</Filter /FlateDecode>> stream\r\n" + data + b"\nendstream endobj\n" for data in streams)
    return b"%PDF-1.4\n" + b"".join(objects)


WORDS = b"BT /F1 12 Tf (words) Tj ET\n"
PICTURE = random.Random(7).randbytes(1_000)


def packed(data: bytes, layers: int = 1) -> bytes:
    for _ in range(layers):
        data = zlib.compress(data)
    return data


@pytest.mark.usefixtures("small_limits")
class TestLimits:
    @pytest.mark.parametrize("layers", [1, 2, 3, 4])
    def test_words_past_the_limit_however_often_packed(self, layers: int) -> None:
        noisy = WORDS * 200 + b"".join(b"(%d) Tj\n" % n for n in range(12_000))
        with pytest.raises(Refused, match="fill the memory"):
            pdf_streams.check(pdf(packed(noisy, layers)))

    def test_a_picture_may_be_larger_than_words(self) -> None:
        pdf_streams.check(pdf(packed(PICTURE * 100)))
        with pytest.raises(Refused):
            pdf_streams.check(pdf(packed(PICTURE * 500)))

    def test_one_bad_stream_among_good_ones(self) -> None:
        with pytest.raises(Refused):
            pdf_streams.check(pdf(packed(WORDS), packed(PICTURE * 500), packed(WORDS)))

    def test_a_stream_without_its_end_is_measured_to_the_end_of_the_file(self) -> None:
        with pytest.raises(Refused):
            pdf_streams.check(pdf(packed(PICTURE * 500)).replace(b"\nendstream endobj\n", b""))


def test_what_is_not_packed_or_broken_is_left_to_who_draws_it() -> None:
    pdf_streams.check(pdf(WORDS * 100, b"\x78\x9c" + b"not packed" * 100, b""))
    pdf_streams.check(b"no PDF at all")
