"""Parts of the door's screen."""
