"""Everything the ceremony knows and keeps; it never imports the screen."""
