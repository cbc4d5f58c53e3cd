"""Tokens of one sentence in, its sayings out: who (as a phrase), which cue, and where what is said lies."""

from reportedly.languages.speech import SpeechTable, Words
from reportedly.records.vocabulary import Factuality
from reportedly.understanding.speech.labels import (
    read_according,
    read_adverb,
    read_framed,
    read_label,
    read_noun,
    read_owned,
)
from reportedly.understanding.speech.passives import read_issued, read_quoting
from reportedly.understanding.speech.scan import Saying, Scan, Sentence, follows
from reportedly.understanding.speech.tokens import Tokens
from reportedly.understanding.speech.verbs import read_verb


def sayings_of(tokens: Tokens, sentence: Sentence, table: SpeechTable) -> list[Saying]:
    """Every saying of one sentence, in the order of their cues."""
    scan = Scan(tokens, table, sentence)
    read_label(scan)
    for at in range(sentence.first, sentence.last):
        if tokens.lows[at] in table.cue_words and at >= scan.taken and not sentence.in_quotes(at):
            _read_cue(scan, at)
    return scan.found


def _entry(tokens: Tokens, at: int, entries: tuple[Words, ...]) -> Words | None:
    """The first of the entries that stands at the token; None where none does."""
    for words in entries:
        if follows(tokens, at, words):
            return words
    return None


def _read_cue(scan: Scan, at: int) -> None:
    """Adds the saying whose cue begins at token ``at``, where one does."""
    tokens, table = scan.tokens, scan.table
    low, tag = tokens.lows[at], tokens.tags[at]
    following = tokens.lows[at + 1] if at + 1 < scan.sentence.last else ""
    silent = _entry(tokens, at, table.silence.get(low, ()))
    entry = _entry(tokens, at, table.according.get(low, ()))
    if silent is not None:
        read_according(scan, at, silent, stance=Factuality.WITHHELD)
    elif entry is not None and low not in table.quoted:
        read_according(scan, at, entry)
    elif low in table.framed and following in table.framed_tail:
        read_framed(scan, at)
    elif tag == "N" and low in table.owned and at > scan.sentence.first and tokens.tags[at - 1] in "SPN":
        read_owned(scan, at)
    elif tag == "V" or (tag in "FEXK" and low in table.verbs):
        if low not in table.quoted or not read_quoting(scan, at):
            read_verb(scan, at)
    elif tag == "E" and low in table.issuing and following in table.by:
        read_issued(scan, at)
    elif tag == "N" and low in table.noun_cues and following in table.issued:
        read_noun(scan, at)
    elif tag == "L" and low in table.hearsay_adverbs:
        read_adverb(scan, at)
