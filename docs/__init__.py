"""What README shows, and the scripts that draw it."""
