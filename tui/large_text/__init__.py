"""Letters as large as the terminal allows."""
