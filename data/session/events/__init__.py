"""Several events of one laptop: all at a glance, the same guests in each, the next meetings."""
