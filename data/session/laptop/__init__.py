"""What belongs to this laptop and its user, not to an event."""
