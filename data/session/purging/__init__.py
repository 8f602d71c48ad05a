"""Taking personal data out: what of the steps goes, and the part of a purge that a power cut may stop."""
