"""The loader of rules: what a rule cannot have is told with its file and line."""

import ast
from pathlib import Path
from typing import Any

import pytest

from dateline.times import rules
from dateline.times.falsehits import GUARDS
from dateline.times.resolve import MAKERS

RULE: dict[str, Any] = {
    "name": "two-moons",
    "make": "date",
    "pattern": "{month}",
    "guard": "age",
    "roles": ["step"],
    "turn": 1,
}
FILE = Path("grammar/xx/times/dates.toml")
TEXT = '# words\n\n[[rule]]\nname = "two-moons"\n'


def test_meanings_and_guards_are_those_that_the_code_has() -> None:
    assert set(MAKERS) | {"mod"} == rules.MEANINGS
    assert set(GUARDS) == rules.GUARDS


def test_a_rule_keeps_what_it_says() -> None:
    rule = rules.parse(RULE, 3, FILE, TEXT)
    assert (rule.name, rule.guard, rule.order) == ("two-moons", "age", 3)
    assert rule.roles == {"step"}
    assert rule.fixed == {"turn": 1}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"make": "daet"}, "no meaning is called 'daet'"),
        ({"guard": "aeg"}, "no guard is called 'aeg'"),
        ({"roles": ["setp"]}, "no role is called 'setp'"),
        ({"trun": 1}, "no field is called 'trun'"),
        ({"turn": "next"}, "turn cannot be 'next'"),
        ({"turn": True}, "turn cannot be True"),
    ],
)
def test_a_mistake_is_told_with_its_place(change: dict[str, Any], told: str) -> None:
    with pytest.raises(ValueError, match=r"xx/times/dates\.toml:4: rule 'two-moons'") as raised:
        rules.parse(RULE | change, 0, FILE, TEXT)
    assert told in str(raised.value)


def test_what_a_rule_needs_is_asked_for() -> None:
    with pytest.raises(ValueError, match=r"lacks pattern"):
        rules.parse({"name": "two-moons", "make": "date"}, 0, FILE, TEXT)


def test_every_role_is_asked_for_and_none_that_there_is_not() -> None:
    """A role mistyped in code would never be played, without a word."""
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in Path(rules.__file__).parent.glob("*.py")]
    compared = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Compare)]
    asked = {
        node.left.value
        for node in compared
        if isinstance(node.left, ast.Constant) and ast.unparse(node.comparators[0]).endswith("roles")
    }
    assert asked == rules.ROLES
