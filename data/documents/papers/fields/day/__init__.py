"""What papers say of the day itself: who came, the agenda, the gifts, what households sign."""
