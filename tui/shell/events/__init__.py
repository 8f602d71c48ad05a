"""Opening an event and leaving it, and what works while one is open."""
