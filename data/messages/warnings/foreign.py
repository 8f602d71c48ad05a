"""What a foreign code is, in words: a name for the log, a sentence for the door."""

from data.language import N_, _
from data.scanning.foreign_codes import ForeignKind

_NAMES: dict[ForeignKind, str] = {
    "identity": N_("identity card"),
    "insurance": N_("health insurance card"),
    "bank": N_("bank transfer code"),
    "product": N_("product code"),
    "wifi": N_("Wi-Fi code"),
    "contact": N_("contact code"),
    "web": N_("web address"),
    "place": N_("place on a map"),
    "telephone": N_("telephone number"),
    "message": N_("text message code"),
    "mail": N_("e-mail code"),
    "number": N_("some other number"),
    "old-card": N_("card of another program"),
    "keyboard": N_("typed by another keyboard layout"),
    "number-pad": N_("typed without NumLock"),
    "text": N_("text code"),
}
_SENTENCES: dict[ForeignKind, str] = {
    "identity": N_("An identity card, not the invitation. Find the guest by name."),
    "insurance": N_("A health insurance card, not the invitation. Find the guest by name."),
    "bank": N_("A bank's code to pay with, not the invitation. Scan the code on the invitation."),
    "product": N_("The code of a product in a shop. Scan the code on the invitation."),
    "wifi": N_("The code of a Wi-Fi network. Scan the code on the invitation."),
    "contact": N_("Somebody's visiting card, not the invitation. Scan the invitation, or find the name."),
    "web": N_("A web address, not the invitation. Scan the code on the invitation."),
    "place": N_("A place on a map, not the invitation. Scan the code on the invitation."),
    "telephone": N_("A telephone number, not the invitation. Scan the code on the invitation."),
    "message": N_("The code of a text message. Scan the code on the invitation."),
    "mail": N_("The code of an e-mail. Scan the code on the invitation."),
    "number": N_("Some number, but no card of this ceremony. Scan the code on the invitation."),
    "old-card": N_("A card of another program. Find the guest by name, or scan the new card."),
    "keyboard": N_("The keyboard turned the digits into other signs. Switch it to English, scan again."),
    "number-pad": N_("NumLock is off: the digits came as arrows. Press NumLock, then scan again."),
    "text": N_("A code that holds only text. Scan the code on the invitation."),
}


def foreign_name(kind: ForeignKind) -> str:
    """What people call such a code."""
    return _(_NAMES[kind])


def foreign_sentence(kind: ForeignKind) -> str:
    """What it is, and what to do now."""
    return _(_SENTENCES[kind])
