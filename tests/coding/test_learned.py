from dataclasses import replace

import pytest

from reportedly.cleaning.clean import clean
from reportedly.codebook.book import codebook
from reportedly.coding.code import code
from reportedly.gazetteer.load import load
from reportedly.records.incidents import ReportedIncident
from reportedly.records.reports import Report
from reportedly.records.spans import Span
from reportedly.understanding.understand import understand


def told(text: str, *hits: str) -> ReportedIncident:
    """The incident of a text of which the tagger holds the given words for hit, and nothing else."""
    read = clean(Report(id="one", content=text))
    spans = tuple(Span(text.index(words), text.index(words) + len(words)) for words in hits)
    found = replace(understand(read, codebook=codebook(), gazetteer=load()), hits=spans)
    (incident,) = code(read, found).incidents
    return incident


def test_a_target_no_rule_knows_is_the_taggers() -> None:
    text = "A bomb exploded beside the aqueduct on Monday."
    assert told(text).targets == ()
    (target,) = told(text, "the aqueduct").targets
    assert (target.name, target.kind) == ("aqueduct", "other")


def test_what_the_rules_found_stays_alone() -> None:
    text = "Militants attacked a convoy near the aqueduct on Monday."
    incident = told(text, "the aqueduct")
    assert [target.name for target in incident.targets] == ["convoy"]
    assert incident.victims == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A bomb exploded on Monday. Nobody went to the aqueduct.", "the aqueduct"),
        ("A bomb exploded on Monday, the chronicler said.", "the chronicler"),
    ],
)
def test_words_outside_the_incidents_sentences_and_speakers_are_no_targets(text: str, words: str) -> None:
    assert told(text, words).targets == ()


def test_every_value_of_the_taggers_stands_on_its_words() -> None:
    text = "A bomb exploded beside the aqueduct."
    read = clean(Report(id="one", content=text))
    found = replace(
        understand(read, codebook=codebook(), gazetteer=load()),
        hits=(Span(23, 35),),
    )
    telling = code(read, found)
    (target,) = telling.incidents[0].targets
    claims = {claim.id: claim for claim in telling.claims}
    assert [claims[one].span.of(text) for one in target.claims] == ["aqueduct"]
