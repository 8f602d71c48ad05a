"""What an event is: its facts, what its papers say, what is still open before the day, and its closing."""
