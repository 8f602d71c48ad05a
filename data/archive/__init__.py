"""An event that is put away in one file, and taken out of one again."""
