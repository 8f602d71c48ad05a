"""What people can do: each command returns once its entry is on disk."""
