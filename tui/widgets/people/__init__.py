"""People to pick from, found by what is being typed."""
