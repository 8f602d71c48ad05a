"""The hall's screen: a program of its own for a second terminal, which only reads."""
