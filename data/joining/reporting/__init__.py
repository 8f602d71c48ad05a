"""What a village tells its district: by which invitation, and which figures."""
