"""The event's facts, agenda and gifts (F10)."""
