"""The district's screen: all villages of a morning at once. A program of its own."""
