"""People in Vietnamese text: forms of address, offices, names, telephones."""
