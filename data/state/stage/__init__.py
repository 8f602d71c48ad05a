"""How the agenda ran: items, pauses, times, what the MC has said."""
