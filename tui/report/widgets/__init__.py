"""Parts of the report's screen."""
