"""What phones and other browsers may do and see. Nothing here knows of the web."""

FOLDER = "companion"
"""Where in the event's folder the certificate lies; it is this laptop's, so archives leave it out."""
