"""The API asked whatever its own description allows and forbids, in process, by schemathesis."""

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.config import SchemathesisConfig
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import negative_data_rejection

from reportedly.desk.web.app import desk
from tests.desk.web.examples import filled

HOST = {"Host": "127.0.0.1"}
NAMED = {"near", "radius", "country", "after"}
"""Conditions that name what may not be there, which no schema can tell: only with one of these a fitting question is
answered by 400."""
TAKEN = {"checks": {"positive_data_acceptance": {"expected-statuses": ["2xx", "400", "404"]}}}
PATHS = tuple(desk("none").openapi()["paths"])
BOUNDED = settings(
    max_examples=25,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Any:  # noqa: ANN401 - a schema of schemathesis
    app = desk(filled(tmp_path_factory.mktemp("api") / "ledger.sqlite"))
    return schemathesis.openapi.from_asgi(
        "/openapi.json", app, config=SchemathesisConfig.from_dict(TAKEN), headers=HOST
    )


@pytest.mark.parametrize("path", PATHS)
def test_questions_that_fit_the_description_are_answered_as_it_says(api: Any, path: str) -> None:  # noqa: ANN401
    @BOUNDED
    @given(case=api[path]["GET"].as_strategy(generation_mode=GenerationMode.POSITIVE))
    def asked(case: schemathesis.Case) -> None:
        answer = case.call_and_validate(headers=HOST)
        assert answer.status_code != 400 or NAMED & set(case.query or {}), answer.text

    asked()


@pytest.mark.parametrize("path", PATHS)
def test_questions_that_do_not_fit_break_nothing(api: Any, path: str) -> None:  # noqa: ANN401
    """What is wrong in a question may be lost on the way into an address, so that an answer is right too."""
    operation = api[path]["GET"]
    if not operation.query:
        return

    @BOUNDED
    @given(case=operation.as_strategy(generation_mode=GenerationMode.NEGATIVE))
    def asked(case: schemathesis.Case) -> None:
        case.call_and_validate(headers=HOST, excluded_checks=[negative_data_rejection])

    asked()
