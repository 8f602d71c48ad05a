"""Questions about guests: who came when, who is missing, who is meant."""
