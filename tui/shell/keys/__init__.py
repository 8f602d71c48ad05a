"""What works on every screen, the one list of all commands, and the palette made from it."""
