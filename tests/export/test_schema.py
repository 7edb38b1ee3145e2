"""The documented schema of own JSON is what is written, field for field."""

import json
from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from dateline import paths
from dateline.core.model import Apart, Article, Bundle, DateCandidate, Event, Merge, Participant, TimeExpression
from dateline.export import dateline_json
from dateline.export.common import Options


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        (paths.resources() / "schema" / f"dateline-{dateline_json.VERSION}.json").read_bytes()
    )
    return found


def test_exports_fit_the_schema(bundle: Bundle, schema: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(dateline_json.write(bundle, Options(title="x"))))


@settings(max_examples=25)
@given(data=st.data())
def test_any_export_fits_the_schema(
    bundles: st.SearchStrategy[Bundle], schema: dict[str, Any], data: st.DataObject
) -> None:
    Draft202012Validator(schema).validate(json.loads(dateline_json.write(data.draw(bundles), Options())))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("article", Article),
        ("candidate", DateCandidate),
        ("event", Event),
        ("expression", TimeExpression),
        ("merge", Merge),
        ("apart", Apart),
        ("participant", Participant),
    ],
)
def test_every_field_is_described_in_the_order_written(schema: dict[str, Any], name: str, kind: type) -> None:
    described = schema["$defs"][name]["properties"]
    worked_out = {"derived"} | ({"main"} if kind is Event else set())
    assert [field for field in described if field not in worked_out] == [field.name for field in fields(kind)]
    assert all(part.get("description") or part.get("$ref") for part in described.values())


def test_the_schema_notices_what_is_wrong(bundle: Bundle, schema: dict[str, Any]) -> None:
    data = json.loads(dateline_json.write(bundle, Options()))
    data["events"][0]["certainty"] = "sure"
    data["events"][1]["earliest"] = "yesterday"
    del data["articles"][0]["text"]
    assert len(list(Draft202012Validator(schema).iter_errors(data))) == 3
