"""Folders of events: where they lie and what they may be called."""
