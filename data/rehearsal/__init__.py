"""A whole ceremony on a throw-away copy, through the very code that will run on the day."""
