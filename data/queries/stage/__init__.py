"""Questions about the stage: how late it is, what to say, who is introduced."""
