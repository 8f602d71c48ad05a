"""What several laptops need of a state: the order of steps, and what clashed."""
