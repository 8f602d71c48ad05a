"""What can be done with gifts."""
