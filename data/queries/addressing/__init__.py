"""How people are addressed, with which office, and in which order."""
