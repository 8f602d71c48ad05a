"""The kinds of entries under the names that people read; the ledger and the JSON keep their tags."""

from data.language import N_, _
from data.model.entry import Entry

KINDS: dict[str, str] = {
    "format-raised": N_("newer format"),
    "ledger-repaired": N_("ledger mended"),
    "day-confirmed": N_("date confirmed"),
    "event-created": N_("event made"),
    "event-changed": N_("event changed"),
    "event-closed": N_("event closed"),
    "event-reopened": N_("event reopened"),
    "personal-data-purged": N_("personal data deleted"),
    "undone": N_("undo"),
    "roster-imported": N_("list read in"),
    "guest-added": N_("guest added"),
    "guest-corrected": N_("guest corrected"),
    "guest-withdrawn": N_("invitation withdrawn"),
    "guest-restored": N_("guest taken back"),
    "cards-printed": N_("cards"),
    "card-replaced": N_("new card"),
    "checked-in": N_("check-in"),
    "came-again": N_("came already"),
    "scan-refused": N_("scan refused"),
    "party-changed": N_("who came"),
    "group-checked-in": N_("check-in of a group"),
    "check-in-moved": N_("check-in moved"),
    "check-in-removed": N_("check-in taken back"),
    "left-early": N_("left early"),
    "go": N_("agenda: next"),
    "back": N_("agenda: back"),
    "pause": N_("agenda: pause"),
    "resume": N_("agenda: goes on"),
    "adjust": N_("agenda: minutes"),
    "skip": N_("agenda: left out"),
    "reinstate": N_("agenda: taken in again"),
    "shorten": N_("agenda: shortened"),
    "times-corrected": N_("agenda: times corrected"),
    "time-in-doubt": N_("agenda: time in doubt"),
    "time-settled": N_("agenda: time settled"),
    "introduced": N_("introduction"),
    "introduction-moved": N_("introduction: order"),
    "check-ticked": N_("ticked off"),
    "check-unticked": N_("open again"),
    "note-for-mc": N_("note to the MC"),
    "note-seen": N_("note read"),
    "note-for-speaker": N_("message to the speaker"),
    "spoken": N_("note for the minutes"),
    "spoken-corrected": N_("note for the minutes corrected"),
    "handed-over": N_("handover"),
    "handover-voided": N_("handover void"),
    "photo-attached": N_("photo"),
    "gift-refused": N_("gift refused"),
    "registered": N_("registration"),
    "registration-withdrawn": N_("registration taken back"),
    "paper-made": N_("paper made"),
    "paper-printed": N_("paper printed"),
    "paper-signed": N_("paper signed"),
    "phone-paired": N_("phone paired"),
    "phone-dismissed": N_("phone dismissed"),
    "pairing-refused": N_("pairing refused"),
}
"""By the tag of each kind."""


def kind_name(entry: Entry) -> str:
    """The entry's kind in the language of the screen; its tag where a newer program wrote it."""
    tag = str(entry.what.__struct_config__.tag)
    return _(KINDS[tag]) if tag in KINDS else tag
