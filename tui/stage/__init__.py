"""The stage (F3): the agenda is stepped through."""
