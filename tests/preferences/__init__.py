"""What is chosen once."""
