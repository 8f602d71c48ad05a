"""Vietnamese text: cleaning, searching, sorting, naming."""
