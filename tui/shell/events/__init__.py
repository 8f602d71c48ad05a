"""What works while an event is open, practising on it, and what is forgotten when it is left."""
