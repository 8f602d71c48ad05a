"""The kinds of things that can happen, by the part of the day they belong to."""
