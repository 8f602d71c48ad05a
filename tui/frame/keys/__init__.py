"""Keys and what they do: commands, the line that names them, their order."""
