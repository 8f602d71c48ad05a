"""``import``: a list read into an event, or only looked at."""
