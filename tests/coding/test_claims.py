"""Claims: written once, on exact words, with their speaker."""

from reportedly.cleaning.sentences import split_sentences
from reportedly.coding.claims import ClaimBook
from reportedly.coding.page import Page
from reportedly.records.mentions import Attribution, Cue, Source, Understanding
from reportedly.records.reports import CleanText
from reportedly.records.spans import Span
from reportedly.records.vocabulary import ClaimField, Factuality, SourceKind

TEXT = "Two guards died, the mayor said. It rained."


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def book(*, stance: Factuality = Factuality.ASSERTED, report: str = "r") -> ClaimBook:
    source = Source(name="mayor", kind=SourceKind.OFFICIAL, anonymous=False, span=at("mayor"))
    said = Attribution(source=source, cue=Cue("said", at("said")), content=at("Two guards died"), stance=stance)
    sentences = split_sentences(TEXT, language="en")
    clean = CleanText(report_id=report, text=TEXT, text_hash="h", language="en", sentences=sentences)
    return ClaimBook(Page(clean, Understanding(attributions=(said,))), "incident")


def test_a_claim_quotes_exactly_its_span() -> None:
    made = book()
    claim = made.claims[made.make(ClaimField.TYPE, "shooting", at("Two guards"))]
    assert claim.quote == "Two guards" == TEXT[claim.span.start : claim.span.end]


def test_what_somebody_says_is_theirs_and_the_rest_the_reports() -> None:
    made = book()
    said = made.claims[made.make(ClaimField.KILLED, {"low": 2, "high": 2}, at("Two guards died"))]
    own = made.claims[made.make(ClaimField.CONTEXT, {"what": "rain"}, at("rained"))]
    assert said.source is not None
    assert said.cue is not None
    assert (said.source.name, said.cue.text) == ("mayor", "said")
    assert (own.source, own.cue) == (None, None)


def test_a_claim_is_held_as_firmly_as_its_speaker_holds_it() -> None:
    made = book(stance=Factuality.POSSIBLE)
    assert made.claims[made.make(ClaimField.TYPE, "shooting", at("guards"))].factuality is Factuality.POSSIBLE
    assert made.claims[made.make(ClaimField.TYPE, "shooting", at("rained"))].factuality is Factuality.ASSERTED
    firm = made.make(ClaimField.STAGE, "accomplished", at("guards"), factuality=Factuality.DENIED)
    assert made.claims[firm].factuality is Factuality.DENIED


def test_the_same_claim_twice_is_one() -> None:
    made = book()
    one = made.make(ClaimField.TYPE, "shooting", at("guards"))
    assert made.make(ClaimField.TYPE, "shooting", at("guards")) == one
    assert len(made.claims) == 1


def test_another_field_value_span_incident_or_report_is_another_claim() -> None:
    made = book()
    ids = {
        made.make(ClaimField.TYPE, "shooting", at("guards")),
        made.make(ClaimField.TYPE, "clash", at("guards")),
        made.make(ClaimField.STAGE, "shooting", at("guards")),
        made.make(ClaimField.TYPE, "shooting", at("died")),
        made.about("other").make(ClaimField.TYPE, "shooting", at("guards")),
        book(report="s").make(ClaimField.TYPE, "shooting", at("guards")),
    }
    assert len(ids) == 6


def test_books_about_two_incidents_share_their_claims() -> None:
    made = book()
    made.about("other").make(ClaimField.TYPE, "shooting", at("guards"))
    made.about(None).make(ClaimField.CONTEXT, {"what": "rain"}, at("rained"))
    assert sorted(str(claim.incident_id) for claim in made.claims.values()) == ["None", "other"]


def test_every_claim_names_its_method_and_no_confidence() -> None:
    made = book()
    claim = made.claims[made.make(ClaimField.TYPE, "shooting", at("guards"))]
    assert claim.method.split("/")[0] == "rules"
    assert claim.confidence is None
