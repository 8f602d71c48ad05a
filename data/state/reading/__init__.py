"""From the lines of a file to a state: what makes sense, what is of a newer version, what is refused."""
