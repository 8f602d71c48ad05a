"""Words that say the same in any column of a list: relations, ditto marks, plain names, delegations."""
