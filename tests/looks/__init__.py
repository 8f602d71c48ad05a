"""How the screens look, as snapshots."""
