"""What each part of the API answers over a small ledger, cut to one item a list: the examples of its description.

``python -m tests.desk.web.examples`` writes them into the package again.
"""

import json
import tempfile
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

from reportedly.desk.web import api
from reportedly.desk.web.app import desk
from reportedly.ledger.open import writing_ledger
from reportedly.pipeline.decide import keep_decision
from reportedly.pipeline.keep import add
from reportedly.records.judgements import Act, Decision
from tests.pipeline.ledgers import CAMPAIGN, GOMA, NOW

FILE = Path(api.__file__).with_name("examples.json")
HERE = "http://127.0.0.1"


def filled(ledger: Path) -> str:
    """The campaign in a ledger, with one decision."""
    with writing_ledger(str(ledger), create=True, notify=print) as engine:
        list(add(engine, CAMPAIGN, occasion=NOW))
    return str(ledger)


def examples(ledger: str) -> dict[str, Any]:
    """One answer of each kind."""
    client = TestClient(desk(ledger), base_url=HERE)

    def got(path: str) -> Any:  # noqa: ANN401 - whatever the API answers
        answer = client.get(f"/api/v1/{path}")
        assert answer.status_code == 200, answer.text
        return answer.json()

    incident = got("incidents?text=car+bomb&limit=1")["incidents"][0]
    with writing_ledger(ledger, create=False, notify=print) as engine:
        decided = Decision(
            id="",
            act=Act.SET,
            incidents=(incident["id"],),
            who="ana",
            when=NOW.received,
            because="the hospital's list",
            field="killed",
            value={"low": 6, "high": 6},
        )
        keep_decision(engine, decided)
    named = {
        "incidents": "incidents?text=car+bomb&limit=1",
        "incident": f"incidents/{incident['id']}",
        "reports": "reports?limit=1",
        "report": f"reports/{GOMA.id}",
        "claims": f"claims?report={GOMA.id}&limit=1",
        "judgements": "judgements?limit=1",
        "decisions": "decisions",
        "actors": "actors",
        "actor": "actors/state:ru",
        "places": "places",
        "place": f"places/{incident['where']['place_id']}",
    }
    return {name: cut(got(path)) for name, path in named.items()}


def cut(told: Any) -> Any:  # noqa: ANN401 - JSON
    """The same with lists of objects cut to their first."""
    if isinstance(told, dict):
        return {key: cut(value) for key, value in told.items()}
    if isinstance(told, list):
        return [cut(one) for one in (told[:1] if told and isinstance(told[0], dict) else told)]
    return told


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        told = examples(filled(Path(folder) / "ledger.sqlite"))
    FILE.write_text(json.dumps(told, ensure_ascii=False, indent=1, sort_keys=False) + "\n", encoding="utf-8")
