"""The one exception tree."""

import inspect

from dateline import errors
from dateline.core.message import Message


def test_all_errors_are_of_one_tree() -> None:
    raised = [each for _, each in inspect.getmembers(errors, inspect.isclass) if issubclass(each, Exception)]
    assert len(raised) > 5
    assert all(issubclass(each, errors.DatelineError) for each in raised)


def test_a_fault_of_our_own_is_told_with_its_place() -> None:
    def faulty() -> None:
        raise KeyError("colour")

    try:
        faulty()
    except KeyError as error:
        told = errors.explained(error)
    assert told.startswith("an error in Dateline: KeyError: 'colour' (faulty, line ")
    assert errors.explained(ValueError("never raised")) == "an error in Dateline: ValueError: never raised"


def test_a_refusal_keeps_the_template_of_its_reason() -> None:
    reason = Message("{count} pages have no text", count=3)
    refused = errors.Refused(reason)
    assert str(refused) == "3 pages have no text"
    assert refused.reason is reason
