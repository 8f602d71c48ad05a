"""Cards sent as pictures."""
