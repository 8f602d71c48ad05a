"""What can be asked of the state of an event; nothing here writes."""
