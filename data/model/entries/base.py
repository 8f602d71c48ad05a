"""What all kinds of happenings share: the tag that tells them apart on disk."""

from msgspec import Struct


class Happening(Struct, frozen=True, kw_only=True, tag_field="kind", omit_defaults=True):
    """The root of all kinds; ``kind`` on disk is the tag."""
