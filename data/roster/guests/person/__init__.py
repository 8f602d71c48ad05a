"""What one cell says of a person: name, year, phone, and what stands around them."""
