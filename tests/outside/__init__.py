"""What comes from outside: text that acts, files that are no files, people who have no business here."""
