"""What every format module shares: the bytes to read, the limits, the outcome, and the parts of an article found."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from dateline.core.message import Message
from dateline.core.model import Article, Confidence
from dateline.errors import Refused
from dateline.readers.evidence import Clue

MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read before a file is refused, so that no file can fill the memory or the disk.

    ``file_bytes`` bounds a file, ``member_bytes`` one unpacked member of a container, ``total_bytes`` all members
    of one file together however deeply its containers nest, ``members`` their number, ``depth`` how deeply they nest,
    ``ratio`` how many times its packed size a member, or a file with all in it, may grow, ``pages`` the pages of a PDF.
    """

    file_bytes: int = 100 * MB
    member_bytes: int = 60 * MB
    total_bytes: int = 400 * MB
    members: int = 5_000
    depth: int = 4
    ratio: int = 300
    pages: int = 2_000


_SMALL = 10 * MB  # so much may be unpacked from any file, however small


@dataclass(slots=True)
class Budget:
    """What is left to unpack of one file over all containers in it; shared by all its members."""

    bytes: int
    members: int

    @classmethod
    def of(cls, size: int, limits: Limits) -> "Budget":
        """The budget of a file of so many bytes."""
        return cls(min(limits.total_bytes, max(_SMALL, size * limits.ratio)), limits.members)

    def spend(self, size: int) -> None:
        """Take one member off; raises Exhausted where nothing is left."""
        self.bytes -= size
        self.members -= 1
        if self.bytes < 0 or self.members < 0:
            raise Exhausted(_LARGE if self.bytes < 0 else _MANY)


_LARGE = "unpacked it would be larger than Dateline reads from one file; what came before was read"
_MANY = "it holds more files than Dateline reads from one file; what came before was read"


class Exhausted(Refused):
    """A file has unpacked all that one file may: nothing more of it is read."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that was not read, and why, in words for the reader."""

    file: str
    reason: str


Outcome = Article | Refusal


@dataclass(frozen=True, slots=True)
class Stated:
    """What a list states of a file that lies beside it, which goes before what is found in the file."""

    title: str = ""
    authors: tuple[str, ...] = ()
    site: str = ""
    url: str = ""
    language: str = ""
    clues: tuple[Clue, ...] = ()

    def over(self, found: "Found") -> "Found":
        """What was found in the file, with what is stated of it."""
        clues = found.clues
        if any(clue.kind == "published" for clue in self.clues):
            clues = tuple(replace(clue, confidence=Confidence.GUESS) for clue in clues)
        return replace(
            found,
            title=self.title or found.title,
            authors=self.authors or found.authors,
            site=self.site or found.site,
            url=self.url or found.url,
            language=self.language or found.language,
            clues=(*self.clues, *clues),
        )


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of a file, or of a member of a container (then ``name`` is ``container/member``).

    ``folder`` is where a file lies that is no member; ``stated`` what a list states of it.
    """

    name: str
    data: bytes
    limits: Limits
    depth: int = 0
    budget: Budget | None = None
    folder: Path | None = None
    stated: Stated | None = None

    @property
    def suffix(self) -> str:
        """The suffix in lower case with its dot, "" without one."""
        base = self.name.replace("\\", "/").rpartition("/")[2]
        stem, dot, suffix = base.rpartition(".")
        return f".{suffix.lower()}" if dot and stem else ""

    @property
    def stem(self) -> str:
        """The file's name without folder and suffix."""
        base = self.name.replace("\\", "/").rpartition("/")[2]
        return base.removesuffix(base[len(base) - len(self.suffix) :]) if self.suffix else base

    def spend(self, size: int) -> None:
        """Take an unpacked member off what the whole file may unpack; raises Exhausted."""
        if self.budget is not None:
            self.budget.spend(size)

    def member(self, name: str, data: bytes) -> "Source":
        """A member of this container; raises Refused where containers nest too deeply or the member is too large."""
        if self.depth + 1 > self.limits.depth:
            raise Refused(Message("it is packed more than {n} containers deep; unpack it first", n=self.limits.depth))
        if len(data) > self.limits.member_bytes:
            raise Refused(too_large(len(data), self.limits.member_bytes))
        self.spend(len(data))
        return replace(self, name=f"{self.name}/{name}", data=data, depth=self.depth + 1, folder=None)

    def offered(self, name: str, data: bytes, told: str = "") -> "Source | Refusal":
        """A member, or why it alone is not read, under the name by which it is ``told``; raises Exhausted."""
        try:
            return self.member(name, data)
        except Exhausted:
            raise
        except Refused as refused:
            return Refusal(f"{self.name}/{told or name}", refused.reason)

    def attached(self, path: str) -> "Source":
        """A file that this one names by its path from its own folder; raises Refused for one that lies elsewhere.

        Links are followed within the folder only.
        """
        if self.folder is None:
            raise Refused(_ELSEWHERE)
        try:
            file = (self.folder / path).resolve(strict=True)
            if not file.is_relative_to(self.folder.resolve()) or not file.is_file():
                raise Refused(_ELSEWHERE)
            if (size := file.stat().st_size) > self.limits.member_bytes:
                raise Refused(too_large(size, self.limits.member_bytes))
            data = file.read_bytes()
        except (OSError, RuntimeError, ValueError) as error:  # not there, a ring of links, a NUL in the name
            raise Refused(_ELSEWHERE) from error
        member = self.member(path, b"")
        return replace(member, data=data, budget=Budget.of(len(data), self.limits))


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a format module found in a file: the text that will be shown, and what is known about it.

    ``language`` is what the file declares ("" when it does not), ``exact`` says that the text is the file itself
    and nothing of it may be changed, ``omitted`` counts the article's words that are not in the text, ``undated`` says
    why no date in it can be its publication date, where that is so.
    """

    text: str
    format: str
    title: str = ""
    authors: tuple[str, ...] = ()
    site: str = ""
    url: str = ""
    language: str = ""
    clues: tuple[Clue, ...] = ()
    exact: bool = False
    omitted: int = 0
    undated: Message | None = None


Read = Iterator[Found | Refusal | Source]
"""What a format module yields: what it found, a refusal of a part, or a member that another format reads."""


_ELSEWHERE = "it does not lie in the folder of the list that names it"
_TOO_LARGE = "it is larger ({size}) than Dateline reads at once ({most})"


def too_large(size: int, limit: int, template: str = _TOO_LARGE) -> Message:
    """The reason for refusing something of so many bytes; ``template`` has gaps for its size and the most."""
    return Message(template, size=_mb(size), most=_mb(limit))


def _mb(size: int) -> str:
    return f"{size / MB:,.1f} MB" if size < 10 * MB else f"{size / MB:,.0f} MB"
