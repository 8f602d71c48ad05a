"""What several laptops did: which wrote what, where they clashed, and whether all know the same."""
