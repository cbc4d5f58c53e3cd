"""Triggers: the words that tell of an incident, with the spans that play a part in it."""

from dataclasses import dataclass
from enum import StrEnum

from reportedly.records.spans import Span
from reportedly.records.vocabulary import IncidentType, Responsibility, Stage


class Doing(StrEnum):
    """What a trigger tells: somebody attacks, sends a weapon, a weapon goes off, people are hurt, it is stopped.

    ``HAPPEN`` founds nothing: it says when or where what was told before took place.
    """

    ATTACK = "attack"
    LAUNCH = "launch"
    BURST = "burst"
    HARM = "harm"
    STOP = "stop"
    ARREST = "arrest"
    THREAT = "threat"
    PLAN = "plan"
    CLASH = "clash"
    HAPPEN = "happen"


class Frame(StrEnum):
    """What makes the violence of a whole text no news: it is played, simulated or digital, or it is long past."""

    UNREAL = "unreal"
    REMEMBERED = "remembered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """One telling of one incident, in one stretch of one sentence.

    ``type`` and ``stage`` are None where these words alone do not tell. ``stretch`` is the part of the sentence the
    trigger governs. ``agent``, ``patient`` and ``stopper`` are spans of mentions (None where the stretch names none);
    ``condition`` is the clause a threat hangs on. Of the flags:

    - ``definite``: points back at an incident already told; ``fresh``: says it is another one;
    - ``earlier``: told as past to the rest; ``aside``: told as cause, comparison or background of something else;
    - ``plural``: several at once; ``habitual``: no single one; ``hypothetical``: none that happened;
    - ``executed``: a noun its subject carries out ("ordered strikes"); ``impact``: says that something was hit;
    - ``natural``: a death told without its cause; ``ground``: a raid that may be on foot;
    - ``perfect``: a verb in the present perfect; ``noun``: no verb;
    - ``update``: its stretch brings what came of it later, so that a day told there is not its own;
    - ``listed``: one of several deeds that its sentence lists ("six died in X, four were killed in Y").
    """

    span: Span
    sentence: int
    stretch: Span
    doing: Doing
    type: IncidentType | None = None
    stage: Stage | None = None
    agent: Span | None = None
    patient: Span | None = None
    stopper: Span | None = None
    condition: Span | None = None
    definite: bool = False
    fresh: bool = False
    earlier: bool = False
    aside: bool = False
    plural: bool = False
    habitual: bool = False
    hypothetical: bool = False
    executed: bool = False
    impact: bool = False
    natural: bool = False
    ground: bool = False
    perfect: bool = False
    update: bool = False
    noun: bool = False
    listed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Blame:
    """Words that tie somebody to a deed, or say that nobody was named.

    ``cue`` stands on the words; ``bearer`` is the mention it is about (None with ``withheld``, or where the words name
    none); ``by`` is the mention that accuses it where the words alone tell ("blamed each other"); ``sentence`` counts
    in ``CleanText.sentences``.
    """

    cue: Span
    sentence: int
    responsibility: Responsibility
    bearer: Span | None = None
    by: Span | None = None
