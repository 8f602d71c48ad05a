"""Further fields of papers, a file for each subject: who signs, the team, the money, single guests."""
