"""What the running program has beyond this laptop: pages for phones, other laptops, the browser."""
