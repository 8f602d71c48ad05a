"""The words of the ceremony as typed documents."""
