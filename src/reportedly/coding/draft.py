"""One incident under way: what each of its triggers tells, in text order."""

from dataclasses import dataclass, field

from reportedly.coding.features import Features
from reportedly.records.triggers import Trigger
from reportedly.records.vocabulary import IncidentType


def apart_type(one: Features) -> IncidentType | None:
    """THREAT or ARREST where a trigger tells of one; None for everything that may mix."""
    return one.type if one.type in (IncidentType.THREAT, IncidentType.ARREST) else None


@dataclass
class Draft:
    """One incident under way: what each of its triggers tells, in text order."""

    features: list[Features] = field(default_factory=list)

    @property
    def triggers(self) -> list[Trigger]:
        """Its triggers, in text order."""
        return [one.trigger for one in self.features]

    def types(self) -> list[IncidentType]:
        """Every type told, in text order."""
        return [one.type for one in self.features if one.type is not None]

    def apart(self) -> IncidentType | None:
        """THREAT or ARREST where the incident is one; those never mix with others."""
        return apart_type(self.features[0])
