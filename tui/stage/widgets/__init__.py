"""Parts of the stage's screen."""
