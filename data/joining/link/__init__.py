"""The talk with the server, in a thread of its own: nothing at the door ever waits for it."""
