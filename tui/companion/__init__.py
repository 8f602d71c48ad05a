"""Windows into the program for phones, televisions and the MC. Loaded when it is switched on."""
