"""Values do what frozen dataclasses do."""

import copy
import dataclasses
import pickle
from dataclasses import FrozenInstanceError, asdict, fields, replace
from typing import Any

import pytest

from dateline.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Ferry:
    """Some by place, one with a default."""

    name: str
    seats: int = 40

    def __post_init__(self) -> None:
        if self.seats < 0:
            raise ValueError("seats")


@dataclass(frozen=True, slots=True, kw_only=True)
class Harbour:
    """By name only."""

    town: str
    ferries: tuple[Ferry, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Plain:
    """What `Ferry` is compared with."""

    name: str
    seats: int = 40


def test_it_is_made_by_place_or_by_name() -> None:
    assert Ferry("Gull") == Ferry(name="Gull", seats=40) == Ferry("Gull", seats=40)
    assert Ferry("Gull", 12).seats == 12


@pytest.mark.parametrize(
    ("args", "given"),
    [
        ((), {}),
        (("Gull", 1, 2), {}),
        (("Gull",), {"name": "Tern"}),
        (("Gull",), {"sails": 2}),
        ((), {"seats": 2, "sails": 2}),
    ],
)
def test_what_does_not_fit_is_refused_as_by_a_dataclass(args: tuple[Any, ...], given: dict[str, Any]) -> None:
    for kind in (Ferry, Plain):
        with pytest.raises(TypeError):
            kind(*args, **given)


def test_nothing_is_taken_by_place_that_is_by_name_only() -> None:
    with pytest.raises(TypeError):
        Harbour("Sandholm")  # type: ignore[call-arg]


def test_what_is_to_be_checked_is_checked() -> None:
    with pytest.raises(ValueError, match="seats"):
        Ferry("Gull", -1)


def test_it_cannot_be_changed() -> None:
    ferry = Ferry("Gull")
    with pytest.raises(FrozenInstanceError):
        ferry.seats = 3  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del ferry.seats
    with pytest.raises(FrozenInstanceError):
        ferry.crew = 3  # type: ignore[attr-defined]
    assert replace(ferry, seats=3) == Ferry("Gull", 3)


def test_equal_ones_are_one_in_a_set_and_others_are_not() -> None:
    assert len({Ferry("Gull"), Ferry("Gull"), Ferry("Tern")}) == 2
    other: object = Plain("Gull")
    assert Ferry("Gull") != other
    assert Harbour(town="Sandholm") != Harbour(town="Sandholm", ferries=(Ferry("Gull"),))


def test_it_is_told_taken_apart_and_carried_as_a_dataclass() -> None:
    harbour = Harbour(town="Sandholm", ferries=(Ferry("Gull"),))
    assert repr(Ferry("Gull")) == repr(Plain("Gull")).replace("Plain", "Ferry")
    assert asdict(harbour) == {"town": "Sandholm", "ferries": ({"name": "Gull", "seats": 40},)}
    assert [field.name for field in fields(Harbour)] == ["town", "ferries"]
    assert pickle.loads(pickle.dumps(harbour)) == copy.copy(harbour) == copy.deepcopy(harbour) == harbour
