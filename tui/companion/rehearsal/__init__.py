"""The phones' part of a rehearsal."""
