"""What Timesketch asks of a line."""

import json
from datetime import datetime
from typing import Any

from dateline.core.model import Bundle
from dateline.export import Options, timesketch


def lines(content: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in content.splitlines()]


def test_timesketch_has_what_it_asks_for(bundle: Bundle) -> None:
    rows = lines(timesketch.write(bundle, Options()))
    assert [row["message"] for row in rows][-1] == "Rebuild quay"
    assert len(rows) == 5  # neither the undated one nor Caesar
    moments = [datetime.fromisoformat(str(row["datetime"])) for row in rows]
    assert moments == sorted(moments)
    assert all(moment.utcoffset() is not None for moment in moments)
    (fell,) = (row for row in rows if row["message"] == "Crane falls into harbour")
    assert fell["datetime"] == "2025-03-29T18:00:00+00:00"
    assert fell["until"] == "2025-03-30T06:00"
    assert fell["timestamp_desc"] == "begins"
    assert fell["tag"] == ["accident", "harbour"]
    assert rows[-1]["timestamp_desc"] == "ends"
