"""What can be done on the stage."""
