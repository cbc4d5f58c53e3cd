"""The codebooks a ledger is exported in: a name in, what writes its table and rules out. A new one is a line."""

from collections.abc import Mapping
from enum import StrEnum

from reportedly.exporting.acled import write_acled
from reportedly.exporting.ftm import write_ftm
from reportedly.exporting.ged import write_ged
from reportedly.exporting.gtd import write_gtd
from reportedly.exporting.muc4 import write_muc4
from reportedly.exporting.projection import CodebookExporter
from reportedly.exporting.stix import write_stix


class CodebookFormat(StrEnum):
    """The name of another codebook's table."""

    ACLED = "acled"
    FTM = "ftm"
    GED = "ged"
    GTD = "gtd"
    MUC4 = "muc4"
    STIX = "stix"


CODEBOOKS: Mapping[CodebookFormat, CodebookExporter] = {
    CodebookFormat.ACLED: write_acled,
    CodebookFormat.FTM: write_ftm,
    CodebookFormat.GED: write_ged,
    CodebookFormat.GTD: write_gtd,
    CodebookFormat.MUC4: write_muc4,
    CodebookFormat.STIX: write_stix,
}
"""What writes each."""
