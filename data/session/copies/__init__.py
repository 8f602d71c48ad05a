"""Copies of an open event's ledger: where they lie, and what was rescued while the file was away."""
