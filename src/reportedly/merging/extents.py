"""The days and places that reports give in, the one that most of them bear out, as narrow as it is told, out."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

from reportedly.merging.features import AREAS, distance_km
from reportedly.merging.policies import Option, Policy, Voice, choose, key_of, options, weighty
from reportedly.merging.profile import days_of, spot_of
from reportedly.records.moments import When
from reportedly.records.places import Where
from reportedly.records.vocabulary import PlacePrecision, TimePrecision

T = TypeVar("T")
FINEST_TIME = tuple(TimePrecision)
DAYS = frozenset({TimePrecision.MINUTE, TimePrecision.HOUR, TimePrecision.PART_OF_DAY, TimePrecision.DAY})
FINEST_PLACE = tuple(PlacePrecision)
"""From the finest precision to the coarsest, as the vocabulary lists them."""


def when_of(heard: Sequence[Voice[When]], policy: Policy) -> Option[When] | None:
    """The interval that most voices bear out, the narrowest of those; None where nobody tells a time.

    Those who tell a day are asked first: a month agrees with every day in it, also with days that disagree.
    """
    dated = [voice for voice in heard if voice.value.start is not None] or list(heard)
    dated = [voice for voice in dated if voice.value.precision in DAYS] or dated
    return _borne_out(dated, policy, agree=overlap, rank=lambda option: _width(option.value))


def _width(when: When) -> tuple[int, int]:
    days = days_of(when)
    return (0 if days is None else days.last - days.first, FINEST_TIME.index(when.precision))


def overlap(one: When, other: When) -> bool:
    """True where both may have been the same moment."""
    first, second = days_of(one), days_of(other)
    if first is None or second is None:
        return one.edtf == other.edtf
    if first.start is not None and second.start is not None and first.end is not None and second.end is not None:
        return first.start <= second.end and second.start <= first.end
    return first.first <= second.last and second.first <= first.last


def where_of(heard: Sequence[Voice[Where]], policy: Policy) -> Option[Where] | None:
    """The place that most voices bear out, those that name no more than an area asked last; None where nobody does.

    Of places borne out alike the one that is named most often: a street or a hospital's town is named in passing.
    """
    named = [voice for voice in heard if voice.value.precision not in AREAS] or list(heard)
    named_often = Counter(key_of(voice.form) for voice in named for _ in voice.value.claims)

    def rank(option: Option[Where]) -> tuple[int, int]:
        return -named_often[key_of(option.form)], FINEST_PLACE.index(option.value.precision)

    return _borne_out(named, policy, agree=near, rank=rank)


def near(one: Where, other: Where) -> bool:
    """True where the two places are one, or one lies within the other's reach."""
    if one.place_id is not None and one.place_id == other.place_id:
        return True
    apart = distance_km(spot_of(one), spot_of(other))
    if apart is None:
        return one.name.casefold() == other.name.casefold() and one.country == other.country
    return apart <= max(one.radius_km or 0.0, other.radius_km or 0.0) + SLACK_KM


SLACK_KM = 2.0
"""Points of one place differ by so much between the lists the gazetteer is made of."""


def _borne_out(
    heard: Sequence[Voice[T]],
    policy: Policy,
    *,
    agree: Callable[[T, T], bool],
    rank: Callable[[Option[T]], tuple[int, int]],
) -> Option[T] | None:
    """The option most speakers agree with, then the one of the lowest rank, then the policy's."""
    weighed = weighty(heard)
    if not weighed:
        return None
    found = options(weighed)
    if policy is Policy.EARLIEST:
        return choose(found, policy)
    support = {
        option.voices[0].order: len({voice.speaker for voice in weighed if agree(option.value, voice.value)})
        for option in found
    }
    most = max(support.values())
    best = [option for option in found if support[option.voices[0].order] == most]
    first = min(map(rank, best))
    return choose([option for option in best if rank(option) == first], policy)
