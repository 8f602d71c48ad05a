"""The day in words of the screen's language: for the log on screen, papers and exports."""
