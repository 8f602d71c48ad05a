"""What several laptops need of a state: the order of steps, what clashed, one number for all."""
