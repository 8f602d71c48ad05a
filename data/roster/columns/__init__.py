"""What each column holds: headings claim, values confirm."""
