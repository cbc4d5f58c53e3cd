"""A ledger copied to a file and back, while others read and write it."""

from pathlib import Path

from reportedly.errors import LedgerError
from reportedly.ledger.engine import Engine
from reportedly.ledger.open import file_named, reading_ledger


def back_up(engine: Engine, file: Path) -> None:
    """Writes one state of the ledger to a file that stands under its name only once it is whole.

    LedgerError where the file is there already: a backup never overwrites another.
    """
    if file.exists():
        raise LedgerError(f"{file}: is there already; name a new file for the backup")
    part = file.with_name(f"{file.name}.part")
    part.unlink(missing_ok=True)
    try:
        engine.copy_to(part)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)


def restore(backup: Path, ledger: str) -> None:
    """Makes a new ledger from a backup; LedgerError where one is there already, or the backup is no ledger."""
    target = file_named(ledger)
    if target.exists():
        raise LedgerError(f"{target}: is there already; move it away first, so that nothing kept is overwritten")
    with reading_ledger(str(backup)) as source:
        back_up(source, target)
