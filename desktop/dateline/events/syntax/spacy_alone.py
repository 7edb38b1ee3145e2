"""spaCy without its command line, which brings libraries that reach for the network and a quarter of a second."""

import sys
from importlib import import_module
from types import ModuleType

_COMMAND_LINE = "spacy.cli"


def load() -> ModuleType:
    """spaCy, imported at the first call; `spacy.cli` can still be imported by itself."""
    if "spacy" in sys.modules:
        return sys.modules["spacy"]
    package, info = ModuleType(_COMMAND_LINE), ModuleType(f"{_COMMAND_LINE}.info")
    package.__path__ = []
    vars(info)["info"] = None  # the one name that spaCy takes from there
    stand_ins = {module.__name__: module for module in (package, info) if module.__name__ not in sys.modules}
    sys.modules.update(stand_ins)
    try:
        return import_module("spacy")
    finally:
        for name in stand_ins:
            del sys.modules[name]
