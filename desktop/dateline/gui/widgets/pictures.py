"""Pictures that are kept from one painting to the next."""

from collections.abc import Callable

from PySide6.QtGui import QImage


class Pictures:
    """Pictures by all that they show: those of the painting at hand, and of those before it as long as they are few."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: dict[object, QImage] = {}
        self._used: dict[object, QImage] = {}

    def get(self, key: object, make: Callable[[], QImage]) -> QImage:
        """The picture that shows this, made where there is none."""
        image = self._used[key] = self._kept.get(key) or make()
        return image

    def done(self) -> None:
        """A painting is at its end: where too many are kept, drop those that it did not use."""
        self._kept |= self._used
        if len(self._kept) > self._most:
            self._kept = self._used
        self._used = {}

    def clear(self) -> None:
        """Keep none: all look otherwise now."""
        self._kept.clear()
