"""What can be done from the keyboard, one file for each screen."""
