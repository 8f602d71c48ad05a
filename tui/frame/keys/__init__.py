"""Keys and what they do: commands, their order, keys held down or pressed in haste."""
