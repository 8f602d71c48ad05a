"""The acts of a rehearsal: the door, the stage, its words, gifts, papers, and what follows the closing."""
