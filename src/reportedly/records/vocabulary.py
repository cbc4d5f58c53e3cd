"""The closed choices of the contract, as enumerations; their definitions stand in ``codebook/``."""

from enum import StrEnum


class IncidentType(StrEnum):
    """What kind of armed incident it is (contract, "Types")."""

    DRONE_ATTACK = "drone_attack"
    AIR_STRIKE = "air_strike"
    MISSILE_ATTACK = "missile_attack"
    BOMBING = "bombing"
    SUICIDE_BOMBING = "suicide_bombing"
    SHOOTING = "shooting"
    MELEE_ATTACK = "melee_attack"
    CLASH = "clash"
    ASSASSINATION = "assassination"
    ABDUCTION = "abduction"
    ARSON_SABOTAGE = "arson_sabotage"
    MARITIME_ATTACK = "maritime_attack"
    THREAT = "threat"
    ARREST = "arrest"
    OTHER_VIOLENCE = "other_violence"


class Stage(StrEnum):
    """How far an incident got."""

    THREATENED = "threatened"
    PLANNED = "planned"
    ATTEMPTED = "attempted"
    THWARTED = "thwarted"
    ACCOMPLISHED = "accomplished"


class Basis(StrEnum):
    """How a perpetrator is tied to an incident."""

    STATED = "stated"
    CLAIMED = "claimed"
    ACCUSED = "accused"
    SUSPECTED = "suspected"
    DENIED = "denied"


class Responsibility(StrEnum):
    """What a report holds about who did it: the bases, and ``withheld`` where somebody entitled to say did not."""

    ACCUSED = "accused"
    CLAIMED = "claimed"
    DENIED = "denied"
    STATED = "stated"
    SUSPECTED = "suspected"
    WITHHELD = "withheld"


class Factuality(StrEnum):
    """How firmly a claim is held by its speaker."""

    ASSERTED = "asserted"
    POSSIBLE = "possible"
    CONDITIONAL = "conditional"
    DENIED = "denied"
    WITHHELD = "withheld"


class SourceKind(StrEnum):
    """What kind of speaker a source is."""

    OFFICIAL = "official"
    MILITARY = "military"
    POLICE = "police"
    ARMED_GROUP = "armed_group"
    WITNESS = "witness"
    MEDIC = "medic"
    EXPERT = "expert"
    MEDIA = "media"
    DOCUMENT = "document"
    OTHER = "other"


class TimePrecision(StrEnum):
    """The finest unit a time is known to."""

    MINUTE = "minute"
    HOUR = "hour"
    PART_OF_DAY = "part_of_day"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    OPEN = "open"


class PlacePrecision(StrEnum):
    """The finest area a place is known to."""

    EXACT = "exact"
    NEAR = "near"
    SETTLEMENT = "settlement"
    DISTRICT = "district"
    PROVINCE = "province"
    COUNTRY = "country"
    REGION = "region"
    SEA = "sea"


class ClaimField(StrEnum):
    """What a claim is about: a field of an incident, or one of the report's own."""

    TYPE = "type"
    STAGE = "stage"
    WHEN = "when"
    WHERE = "where"
    WEAPONS = "weapons"
    TARGETS = "targets"
    VICTIMS = "victims"
    PERPETRATORS = "perpetrators"
    SIDES = "sides"
    PREVENTED_BY = "prevented_by"
    RESPONSIBILITY = "responsibility"
    CONDITION = "condition"
    KILLED = "killed"
    INJURED = "injured"
    ATTACKERS = "attackers"
    PRESENCE = "presence"
    TALLY = "tally"
    SERIES = "series"
    NOVELTY = "novelty"
    DENIAL = "denial"
    ACCUSATION = "accusation"
    CONTEXT = "context"


class SentenceStatus(StrEnum):
    """What became of a sentence: every sentence of a report has exactly one."""

    CODED = "coded"
    CONTEXT = "context"
    FURNITURE = "furniture"
    NOT_CODED = "not_coded"
