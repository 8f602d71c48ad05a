"""The first screen: events are chosen and made."""
