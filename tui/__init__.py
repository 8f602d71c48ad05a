"""Everything people see and press; it holds no rule of the ceremony."""
