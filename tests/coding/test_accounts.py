"""What became of every sentence, and why."""

import pytest

import reportedly
from reportedly.languages.summary import summary_words
from reportedly.records.incidents import Account
from reportedly.records.vocabulary import SentenceStatus

WHY = summary_words("en").why


def accounts(text: str) -> tuple[Account, ...]:
    return reportedly.tell(text=text, published="2024-05-16").accounts


@pytest.mark.parametrize(
    ("text", "status", "why"),
    [
        ("A bomb exploded in Quetta on Monday.", SentenceStatus.CODED, None),
        ("The council opened a library on Monday.", SentenceStatus.NOT_CODED, "no_trigger"),
        ("The army could attack the rebels in Goma.", SentenceStatus.NOT_CODED, "hypothetical"),
        (
            "In the film, gunmen storm a bank and critics liked its director.",
            SentenceStatus.NOT_CODED,
            "no_trigger",
        ),
        ("Rebels have repeatedly attacked convoys on the road to Goma.", SentenceStatus.CONTEXT, "context"),
    ],
)
def test_a_sentence_has_its_status_and_its_reason(text: str, status: SentenceStatus, why: str | None) -> None:
    (account,) = accounts(text)
    assert (account.status, account.why) == (status, None if why is None else WHY[why])


def test_furniture_and_headings_say_so() -> None:
    found = accounts("Morning news\n\nThe council opened a library on Monday.\n\nWatch | The mayor's speech")
    assert [(account.status, account.why) for account in found] == [
        (SentenceStatus.NOT_CODED, WHY["heading"]),
        (SentenceStatus.NOT_CODED, WHY["no_trigger"]),
        (SentenceStatus.FURNITURE, WHY["furniture"]),
    ]


def test_every_sentence_is_accounted_for_once_and_in_order() -> None:
    text = "A bomb exploded in Quetta on Monday. The mayor came. Gunmen shot dead a judge in Cali. It rained."
    assert [account.sentence.span.of(text) for account in accounts(text)] == [
        "A bomb exploded in Quetta on Monday.",
        "The mayor came.",
        "Gunmen shot dead a judge in Cali.",
        "It rained.",
    ]


def test_a_sentence_is_coded_exactly_where_an_incidents_claim_stands_in_it() -> None:
    text = "A bomb exploded in Quetta on Monday. The mayor came. The blast killed two people. It rained."
    found = reportedly.tell(text=text, published="2024-05-16")
    for account in found.accounts:
        claimed = [
            claim
            for claim in found.claims
            if claim.incident_id is not None and account.sentence.span.contains(claim.span)
        ]
        assert (account.status is SentenceStatus.CODED) == bool(claimed)
