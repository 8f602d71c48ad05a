"""Folders of events: where they lie, what they may be called, what was copied out of them."""
