"""What papers say of the office behind the event: who signs and leads, the body that issues them, the money."""
