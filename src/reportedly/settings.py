"""The only reader of the environment: variables in, typed settings out."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace

_NO = frozenset({"", "0", "false", "no", "off"})
_USER = ("LOGNAME", "USER", "LNAME", "USERNAME")
"""Where systems keep the name, in the order in which Python's getpass looks."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the environment may set.

    ``debug`` (``REPORTEDLY_DEBUG``) prints the cause of an unexpected failure. ``user`` is the name somebody is logged
    in under, None where the system has none.
    """

    debug: bool = False
    user: str | None = None


def settings_in(environment: Mapping[str, str]) -> Settings:
    """The settings that ``environment`` holds; a variable that is not there leaves its default."""
    return Settings(
        debug=environment.get("REPORTEDLY_DEBUG", "").strip().lower() not in _NO,
        user=next((name for key in _USER if (name := environment.get(key, "").strip())), None),
    )


def settings() -> Settings:
    """The settings of this process's own environment; the account it runs under names the user where that does not."""
    found = settings_in(os.environ)
    return found if found.user is not None else replace(found, user=_account())


def _account() -> str | None:
    """The name of the account; None on systems that have none of that kind, or no name for it."""
    try:
        import pwd  # noqa: PLC0415 - Unix alone has it

        return pwd.getpwuid(os.getuid()).pw_name
    except (ImportError, KeyError):
        return None
