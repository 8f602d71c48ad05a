"""What is shown of phones on the laptop's own screen."""
