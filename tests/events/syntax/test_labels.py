"""Every label that the code asks for is one that the language model gives."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import get_args

import pytest

from dateline import events
from dateline.events.syntax.labels import Dep, Entity, Tag
from dateline.events.syntax.parser import model

FILES = sorted(Path(events.__path__[0]).rglob("*.py"))
LABELS = {"dep": get_args(Dep), "tag": get_args(Tag), "entity": get_args(Entity)}
"""By the name of a token's attribute."""


def test_the_labels_are_those_of_the_model() -> None:
    parts = {"dep": "parser", "tag": "tagger", "entity": "ner"}
    given = {name: set(model().get_pipe(part).labels) for name, part in parts.items()}  # type: ignore[attr-defined]
    assert {name: set(labels) - {""} for name, labels in LABELS.items()} == given


def constants(tree: ast.Module) -> dict[str, ast.expr]:
    """What each constant of a module was set to."""
    found: dict[str, ast.expr] = {}
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            found[node.targets[0].id] = node.value
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None:
            found[node.target.id] = node.value
    return found


TREES = {file: ast.parse(file.read_text(encoding="utf-8")) for file in FILES}
CONSTANTS = {name: value for tree in TREES.values() for name, value in constants(tree).items()}


def said(node: ast.expr, own: Mapping[str, ast.expr]) -> Iterator[str]:
    """The strings of a label, of labels side by side, or of the constant that has them."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.Name) and (value := own.get(node.id) or CONSTANTS.get(node.id)):
        yield from said(value, own)
    elif isinstance(node, ast.Tuple | ast.Set | ast.List):
        for part in node.elts:
            yield from said(part.value if isinstance(part, ast.Starred) else part, own)
    elif isinstance(node, ast.Dict):
        for key in node.keys:
            yield from said(key, own) if key is not None else ()
    elif isinstance(node, ast.BinOp):
        yield from (*said(node.left, own), *said(node.right, own))
    elif isinstance(node, ast.Call):  # frozenset(…)
        for argument in node.args:
            yield from said(argument, own)


def asked(node: ast.expr) -> str:
    """The attribute of a token whose labels an operand has: ``token.dep``, ``{one.tag, other.tag}``; "" for none."""
    parts = node.elts if isinstance(node, ast.Set | ast.Tuple) else [node]
    names = {part.attr for part in parts if isinstance(part, ast.Attribute)} & LABELS.keys()
    return names.pop() if len(names) == 1 else ""


def labels_of(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Each label that code compares with that of a token, with the attribute."""
    own = constants(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            operands = [node.left, *node.comparators]
            for name in filter(None, map(asked, operands)):
                yield from ((name, label) for operand in operands for label in said(operand, own))
        elif (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == "startswith"
            and (name := asked(node.func.value))
        ):
            yield from ((name, f"{label}…") for argument in node.args for label in said(argument, own))


def known(name: str, label: str) -> bool:
    if label.endswith("…"):
        return any(one.startswith(label[:-1]) for one in LABELS[name])
    return label in LABELS[name]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_label_that_is_asked_for_is_one(file: Path) -> None:
    assert [pair for pair in labels_of(TREES[file]) if not known(*pair)] == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('token.dep == "nsubjj"', [("dep", "nsubjj")]),
        ('token.tag in ("VB", "VX")', [("tag", "VB"), ("tag", "VX")]),
        ('{one.tag, other.tag} <= {"VBX"}', [("tag", "VBX")]),
        ('token.tag.startswith("VX")', [("tag", "VX…")]),
        ('token.text == "nsubj"', []),
    ],
)
def test_labels_are_found(code: str, found: list[tuple[str, str]]) -> None:
    assert list(labels_of(ast.parse(code))) == found
