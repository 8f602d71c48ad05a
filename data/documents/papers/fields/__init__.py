"""What papers can say: the fields of the day, of the office behind it, of the event and of single guests."""
