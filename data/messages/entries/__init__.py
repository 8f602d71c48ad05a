"""A sentence for each kind of entry, by part of the day."""
