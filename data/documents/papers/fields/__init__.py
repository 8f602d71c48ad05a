"""What the fields of the papers' templates say, by part of the day."""
