"""The text of a cell: its letters and what they were."""
