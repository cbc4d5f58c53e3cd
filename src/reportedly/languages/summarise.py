"""An incident's fields in, one line about it out, in the words of a language."""

from collections.abc import Sequence

from reportedly.languages.phrases import tokenize
from reportedly.languages.summary import SummaryWords, summary_words
from reportedly.languages.triggers import trigger_words
from reportedly.records.counts import Count
from reportedly.records.incidents import IncidentFields, Perpetrator


def summary_of(incident: IncidentFields, language: str) -> str:
    """One line: what, on what, where, when, how far it got, how many, who is blamed; its own summary is not read."""
    words = summary_words(language)
    told = words.templates
    what = words.types[incident.type.value]
    weapon = next((one.name for one in incident.weapons if not _is_deed(one.name, language)), None)
    if weapon is not None:
        what = told["with_weapon"].format(what=what, weapon=weapon)
    stage = words.stages[incident.stage.value]
    return told["line"].format(
        what=what,
        target=told["part_target"].format(target=incident.targets[0].name) if incident.targets else "",
        where=_where(words, incident),
        when=told["part_when"].format(when=incident.when.edtf) if incident.when is not None else "",
        stage=told["part_stage"].format(stage=stage) if stage else "",
        toll=_part(words, "killed", incident.killed) + _part(words, "injured", incident.injured),
        blame=_blame(words, incident.perpetrators),
    )


def _is_deed(name: str, language: str) -> bool:
    """True for a weapon told only by the word for the deed ("bombed"): it would tell the deed twice."""
    tokens = tokenize(name)
    hit = trigger_words(language).words.at(tokens, 0)
    return hit is not None and hit.end == len(tokens)


def _where(words: SummaryWords, incident: IncidentFields) -> str:
    """The place, unless the target already names it."""
    if incident.where is None or (
        incident.targets and incident.where.name.casefold() in incident.targets[0].name.casefold()
    ):
        return ""
    return words.templates["part_where"].format(where=incident.where.name)


def _part(words: SummaryWords, name: str, count: Count | None) -> str:
    return "" if count is None else words.templates[f"part_{name}"].format(**{name: count_text(words, count)})


def count_text(words: SummaryWords, count: Count) -> str:
    """A count in words: exact, at least, at most, between, nobody."""
    told = words.templates
    if count.low == count.high:
        return told["nobody"] if count.low == 0 else str(count.low)
    if count.high is None:
        return told["at_least"].format(low=count.low)
    return (
        told["at_most"].format(high=count.high)
        if count.low is None
        else told["between"].format(low=count.low, high=count.high)
    )


def _blame(words: SummaryWords, perpetrators: Sequence[Perpetrator]) -> str:
    if not perpetrators:
        return ""
    first = perpetrators[0]
    return words.templates["part_blame"].format(basis=words.bases[first.basis.value], who=first.name)
