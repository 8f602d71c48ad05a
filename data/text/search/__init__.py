"""Finding guests by what a person types."""
