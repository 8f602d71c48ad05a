"""The invitations that carry the codes."""
