"""Taking personal data out of an event after its report, from every byte of its folder."""
