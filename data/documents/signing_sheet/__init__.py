"""The lists on paper: who is expected, to be ticked off and signed when everything else fails."""
