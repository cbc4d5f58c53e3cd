"""Reports in the order they are read in; which are new, which repeat one, and which clash out."""

from dataclasses import dataclass, field

from reportedly.errors import Malformed, Refusal
from reportedly.records.identity import hash_of
from reportedly.records.reports import Report


@dataclass(slots=True)
class _Known:
    uri: str | None
    texts: set[str]


@dataclass(slots=True)
class Repeats:
    """What was read so far, by id: the address first given and the hashes of the texts."""

    _known: dict[str, _Known] = field(default_factory=dict)

    def judge(self, report: Report) -> Report | Refusal | None:
        """The report where it is new or a new version, None where it repeats one, a Refusal where its id is another's.

        Same id and same text: a repeat. Same id and same address (or none known): a new version. Else a clash.
        """
        text = hash_of(report.content)
        known = self._known.get(report.id)
        if known is None:
            self._known[report.id] = _Known(report.uri, {text})
            return report
        if text in known.texts:
            known.uri = known.uri or report.uri
            return None
        if known.uri is not None and report.uri is not None and known.uri != report.uri:
            reason = f"the id {report.id!r} is another report's of this run, at {known.uri} and with another text"
            return Malformed(report.uri, f"{reason}; ids must be unique")
        known.uri = known.uri or report.uri
        known.texts.add(text)
        return report
