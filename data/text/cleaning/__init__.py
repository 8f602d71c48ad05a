"""One boundary for text from outside: what is harmless, how long it may be, letters that look alike."""
