"""Who is on the list, who is here, who registered."""
