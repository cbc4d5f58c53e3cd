"""Every export format: streams, takes an empty ledger, gives equal bytes for equal input, keeps what it is given."""

import io
import tracemalloc
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from reportedly.exporting.formats import EXPORTERS, ExportFormat
from reportedly.records.merged import Incident

EVERY = pytest.mark.parametrize("form", list(ExportFormat))


class Sink(io.RawIOBase):
    """Counts what is written and keeps none of it."""

    def __init__(self) -> None:
        super().__init__()
        self.size = 0

    def writable(self) -> bool:
        return True

    def write(self, raw: Any) -> int:  # noqa: ANN401 - any buffer
        self.size += len(raw)
        return len(raw)


def written(form: ExportFormat, incidents: Iterable[Incident]) -> bytes:
    stream = io.BytesIO()
    EXPORTERS[form](incidents, stream)
    return stream.getvalue()


@EVERY
def test_every_format_has_an_exporter(form: ExportFormat) -> None:
    assert form in EXPORTERS


@EVERY
def test_equal_incidents_give_equal_bytes(form: ExportFormat, incident: Incident, bare: Incident) -> None:
    assert written(form, [incident, bare]) == written(form, iter([incident, bare]))


@EVERY
def test_an_empty_ledger_is_exported(form: ExportFormat, incident: Incident) -> None:
    assert written(form, []) != written(form, [incident])


@EVERY
def test_the_stream_is_left_open(form: ExportFormat, incident: Incident) -> None:
    stream = io.BytesIO()
    EXPORTERS[form]([incident], stream)
    assert not stream.closed


@EVERY
def test_letters_that_utf_8_has_no_form_for_do_not_stop_an_export(form: ExportFormat, incident: Incident) -> None:
    broken = replace(incident, summary="a \udc80 letter", targets=(replace(incident.targets[0], name="\ud800"),))
    assert written(form, [broken, incident])


@EVERY
def test_a_long_ledger_is_not_held_in_memory(form: ExportFormat, bare: Incident) -> None:
    def many() -> Iterator[Incident]:
        for number in range(4000):
            yield replace(bare, id=f"i{number:04}", summary=f"{number} " * 1000)

    sink = Sink()
    tracemalloc.start()
    try:
        EXPORTERS[form](many(), sink)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert sink.size > 100_000
    assert peak < 14_000_000, "the summaries alone are 20 MB"
