"""Cards sent as pictures: one file, or a folder that phone photos are copied into."""
