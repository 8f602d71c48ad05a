"""What an import would do to the guests that an event has."""
