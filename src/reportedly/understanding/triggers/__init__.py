"""Which words tell of an incident, and which spans play a part in it."""

from reportedly.understanding.triggers.find import find_triggers, may_tell

__all__ = ["find_triggers", "may_tell"]
