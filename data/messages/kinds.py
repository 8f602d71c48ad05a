"""What people call the kinds of entries, for the log in exports."""

from collections.abc import Mapping

from data.language import N_, _
from data.model.entry import Entry

_KINDS: Mapping[str, str] = {
    "adjust": N_("minutes given"),
    "back": N_("one item back"),
    "came-again": N_("came again"),
    "card-replaced": N_("card replaced"),
    "cards-printed": N_("cards printed"),
    "check-in-moved": N_("check-in moved"),
    "check-in-removed": N_("check-in removed"),
    "check-ticked": N_("check ticked"),
    "check-unticked": N_("check unticked"),
    "checked-in": N_("check-in"),
    "event-changed": N_("event changed"),
    "event-closed": N_("event closed"),
    "event-created": N_("event made"),
    "event-reopened": N_("event reopened"),
    "gift-refused": N_("gift refused"),
    "go": N_("agenda item begun"),
    "group-checked-in": N_("group checked in"),
    "guest-added": N_("guest added"),
    "guest-corrected": N_("guest corrected"),
    "guest-restored": N_("guest restored"),
    "guest-withdrawn": N_("guest withdrawn"),
    "handed-over": N_("handover"),
    "handover-voided": N_("handover void"),
    "introduced": N_("introduced"),
    "introduction-moved": N_("introduction reordered"),
    "left-early": N_("went home early"),
    "note-for-mc": N_("note for the MC"),
    "note-seen": N_("note seen"),
    "paper-made": N_("paper made"),
    "paper-printed": N_("paper printed"),
    "paper-signed": N_("paper signed"),
    "party-changed": N_("who came, changed"),
    "pause": N_("pause"),
    "personal-data-purged": N_("personal data deleted"),
    "photo-attached": N_("photo"),
    "registered": N_("registration"),
    "registration-withdrawn": N_("registration withdrawn"),
    "reinstate": N_("item taken in again"),
    "resume": N_("pause over"),
    "roster-imported": N_("list read in"),
    "scan-refused": N_("scan refused"),
    "shorten": N_("items shortened"),
    "skip": N_("item left out"),
    "time-in-doubt": N_("time in doubt"),
    "time-settled": N_("time settled"),
    "times-corrected": N_("times corrected"),
    "undone": N_("undo"),
}


def kind_name(entry: Entry) -> str:
    """What people call what happened in an entry; its own tag where a newer program wrote it."""
    tag = str(entry.what.__struct_config__.tag)
    return _(_KINDS[tag]) if tag in _KINDS else tag
