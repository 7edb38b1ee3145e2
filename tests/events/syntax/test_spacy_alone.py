"""spaCy without its command line."""

import subprocess
import sys


def test_spacy_comes_without_what_reaches_for_the_network() -> None:
    code = """
import sys
from dateline import events
events.load()
print(sorted({"spacy.cli", "weasel", "typer", "requests", "httpx", "urllib3", "ssl", "http.client"} & set(sys.modules)))
import spacy.cli
print(callable(spacy.cli.download), callable(spacy.blank))
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines() == ["[]", "True True"]


def test_spacy_that_is_there_already_is_left_alone() -> None:
    code = """
import spacy
info = spacy.info
from dateline.events.syntax import spacy_alone
assert spacy_alone.load() is spacy and spacy.info is info is not None
"""
    subprocess.run([sys.executable, "-c", code], check=True)
