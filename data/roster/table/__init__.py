"""Where a list begins and ends among its furniture."""
