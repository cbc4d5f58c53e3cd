"""Every error raised on purpose.

::

    ReportedlyError
    ├── UsageError                 the call itself was wrong (exit status 2)
    ├── Refusal                    one input cannot be read or kept; the run goes on (exit status 1)
    │   ├── NotFound               no such file, folder or address
    │   ├── NotText                empty, binary, or no encoding fits
    │   ├── Malformed              broken JSON, XML, gzip, HTML without text
    │   ├── TooLarge               over a size, depth or time limit
    │   ├── Forbidden              an address outside what may be fetched
    │   ├── Clash                  its id is another report's
    │   └── Forgotten              it was kept once, and forgotten for a reason
    ├── LedgerError                a ledger cannot be used: missing, newer, busy, full, no ledger (exit status 2)
    └── DataError                  a data file that ships or a user's own is wrong; names file and line
"""


class ReportedlyError(Exception):
    """The root of every error raised on purpose."""


class UsageError(ReportedlyError):
    """The call itself was wrong."""


class Refusal(ReportedlyError):
    """One input that cannot be read: ``where`` names it (file, line, address), ``reason`` says what would be right."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: {reason}")
        self.where = where
        self.reason = reason

    def __reduce__(self) -> tuple[type["Refusal"], tuple[str, str]]:
        """Refusals come back whole from a worker process."""
        return type(self), (self.where, self.reason)


class NotFound(Refusal):
    """No such file, folder or address."""


class NotText(Refusal):
    """Empty, binary, or in no encoding that fits."""


class Malformed(Refusal):
    """Broken JSON, XML or gzip, or HTML without a text in it."""


class TooLarge(Refusal):
    """Over a size, depth or time limit."""


class Forbidden(Refusal):
    """An address outside what may be fetched."""


class Clash(Refusal):
    """Its id is another report's, at another address and with another text."""


class Forgotten(Refusal):
    """It was kept once and forgotten for a reason; it does not come back unnoticed."""


class LedgerError(ReportedlyError):
    """A ledger cannot be used; the message names it and says what would be right."""


class DataError(ReportedlyError):
    """A data file is wrong; the message names the file and what would be right."""
