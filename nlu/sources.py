"""Where the components find the guide and the questions, and one checksum of all that they learn from.

Rasa re-uses a trained component while its class, config and inputs are unchanged; it does not see the guide,
the dictionary, helper modules or a pretrained encoder. ``fingerprint`` is what every component adds.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from knowledge.guide.load import DATA
from nlu import pretrained
from nlu.adapter import taught
from nlu.corpus import FOLDER

_NLU = Path(__file__).parent
_KNOWLEDGE = DATA.parent
# Rules decide on every turn and learn nothing: a change to them asks for no training.
# So does what taught the encoder, whose outcome is part of the encoder's name; and the reader, which is taught apart.
_NOT_LEARNED_CODE = {"prohibited", "rules.py", "lessons.py", "teach.py", "reader"}
_NOT_LEARNED_DATA = {"rules.yml", "prohibited.yml", "coverage.yml"}


def guide_folder() -> Path:
    """The guide in use: QINGFENG_GUIDE, or the one that is shipped."""
    return Path(os.environ.get("QINGFENG_GUIDE") or DATA)


def questions_folder() -> Path:
    """The questions in use: QINGFENG_QUESTIONS, or those that are shipped."""
    return Path(os.environ.get("QINGFENG_QUESTIONS") or FOLDER)


def encoder_path() -> str | None:
    """A sentence encoder to use instead of that of the set-up: QINGFENG_ENCODER, a folder or a name."""
    return os.environ.get("QINGFENG_ENCODER") or None


def encoder_fingerprint() -> str:
    """What the vectors of sentences depend on: the package with its version, or the files of a centre's encoder."""
    own = encoder_path()
    if not own or not Path(own).is_dir():
        return own or pretrained.version()
    return _checksum(_under(Path(own), "*"))


def was_taught(text: str) -> bool:
    """Whether the encoder in use was taught this question: its vector then says more than that of a new message."""
    return encoder_path() is None and taught.key(text) in taught.questions()


def fingerprint() -> str:
    """A checksum of every file that decides what is learned: guide, questions, code, dictionary, encoder."""
    return encoder_fingerprint() + _checksum(_files())


def _checksum(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _files() -> Iterable[Path]:
    questions = (path for path in _under(questions_folder(), "*.yml") if "held_out" not in path.parts)
    guide = (path for path in _under(guide_folder(), "*.yml") if path.name not in _NOT_LEARNED_DATA)
    yield from (*guide, *questions, *_under(FOLDER / "facts", "*.yml"), *_under(_NLU / "facts", "*.yml"))
    for room in (_NLU, _KNOWLEDGE):
        code = _under(room, "*.py")
        yield from (path for path in code if not _NOT_LEARNED_CODE & set(path.relative_to(room).parts))
    yield from _under(_NLU, "*.txt")


def _under(folder: Path, pattern: str) -> list[Path]:
    return sorted(path for path in folder.rglob(pattern) if path.is_file())
