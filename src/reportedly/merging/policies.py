"""Values told for one field with who told them in, the one to show out, by a named policy."""

import datetime as dt
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from reportedly.codebook.names import words_of
from reportedly.records.mentions import Source
from reportedly.records.merged import ReportHead
from reportedly.records.moments import Moment
from reportedly.records.values import Value
from reportedly.records.vocabulary import SourceKind

T = TypeVar("T")


class Policy(StrEnum):
    """How one value is chosen among those that reports and speakers give."""

    LATEST_OFFICIAL = "latest-official"
    """Of figures, the latest an official, a force, the police or a medic gave, else the latest; of what does not change
    with time (type, stage, day, place), what the most sources say."""
    LOWEST = "lowest"
    """Of figures, the lowest; of the rest, what the most sources say."""
    MOST_SOURCES = "most-sources"
    """What the most independent sources say; the latest among equals."""
    EARLIEST = "earliest"
    """What was published first."""


DEFAULT = Policy.LATEST_OFFICIAL
OFFICIAL = frozenset({SourceKind.OFFICIAL, SourceKind.MILITARY, SourceKind.POLICE, SourceKind.MEDIC})
"""Kinds of speakers whose figures are counts, not estimates."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice(Generic[T]):
    """One value as one speaker gives it in one report; ``source`` None is the report's own voice.

    ``origin`` is the report's id, or that of the report it copies.
    """

    value: T
    form: Value
    source: Source | None
    report: ReportHead
    origin: str
    main: bool
    claims: tuple[str, ...]

    @property
    def speaker(self) -> str:
        """What independent speakers are counted by: the name, or the report where it speaks for itself."""
        return f"report:{self.origin}" if self.source is None else speaker_key(self.source.name)

    @property
    def order(self) -> tuple[str, str, str, str]:
        """The place in time of a voice, and after that nothing that depends on the order of adding."""
        return (time_key(self.report.published), self.report.report_id, self.speaker, key_of(self.form))


@dataclass(frozen=True, slots=True, kw_only=True)
class Option(Generic[T]):
    """One value with everyone who gives it, the earliest first."""

    value: T
    form: Value
    voices: tuple[Voice[T], ...]

    @property
    def speakers(self) -> int:
        """How many independent speakers give it."""
        return len({voice.speaker for voice in self.voices})


def speaker_key(name: str) -> str:
    """A speaker's name by its folded words."""
    return " ".join(words_of(name).folds)


def key_of(form: Value) -> str:
    """A value as canonical JSON."""
    return json.dumps(form, sort_keys=True, ensure_ascii=False)


def time_key(moment: Moment | None) -> str:
    """A text that sorts as moments do: in UTC where an offset is known, not known first."""
    if isinstance(moment, dt.datetime) and moment.tzinfo is not None:
        moment = moment.astimezone(dt.UTC).replace(tzinfo=None)
    return "" if moment is None else moment.isoformat()


def weighty(voices: Iterable[Voice[T]]) -> list[Voice[T]]:
    """The voices of reports that exist to tell the incident; those told in passing only where there are none."""
    found = sorted(voices, key=lambda voice: voice.order)
    return [voice for voice in found if voice.main] or found


def options(voices: Iterable[Voice[T]]) -> list[Option[T]]:
    """The distinct values, in the order in which they came up."""
    found: dict[str, list[Voice[T]]] = {}
    for voice in sorted(voices, key=lambda voice: voice.order):
        found.setdefault(key_of(voice.form), []).append(voice)
    return [Option(value=held[0].value, form=held[0].form, voices=tuple(held)) for held in found.values()]


def choose(found: Sequence[Option[T]], policy: Policy, *, size: Callable[[T], int] | None = None) -> Option[T]:
    """The option the policy takes; ``size`` gives the magnitude of a figure, None for what is none."""
    if policy is Policy.EARLIEST:
        return min(found, key=lambda option: option.voices[0].order)
    if policy is Policy.LOWEST and size is not None:
        return min(found, key=lambda option: (size(option.value), key_of(option.form)))
    if policy is Policy.LATEST_OFFICIAL and size is not None:
        return max(found, key=lambda option: max(_officially(voice) for voice in option.voices))
    return max(found, key=lambda option: (option.speakers, option.voices[-1].order))


def _officially(voice: Voice[T]) -> tuple[bool, tuple[str, str, str, str]]:
    return (voice.source is not None and voice.source.kind in OFFICIAL, voice.order)
