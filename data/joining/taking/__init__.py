"""A whole event from a server's stream into a folder of its own: for who joins, and for the district."""
