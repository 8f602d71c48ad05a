"""What papers say of the office behind the event: who signs and leads, its own papers, the money."""
