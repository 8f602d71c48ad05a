"""What each dialog is for, and its keys: F1 in a dialog tells this."""

from data.language import N_

DIALOG_HELP: dict[str, str] = {
    "MergedDialog": N_(
        "What came of making two copies one: how many steps from whom, and what two laptops did at once. "
        "The digest is the same on both once each has taken the other in."
    ),
    "Ask": N_("A question before something that matters. ← → choose, Enter answers; Esc is No."),
    "EditValueDialog": N_(
        "Type into each line; Enter goes to the next one and saves in the last, ^S saves at once. A file "
        "is chosen with ↑ ↓ or found by letters of its name."
    ),
    "PersonDialog": N_(
        "Type a name, with or without accents: the guests who fit stand below. ↑ ↓ and Enter choose one, who "
        "brings their office along. Enter goes to the next field and saves in the last, ^S saves at once."
    ),
    "LockScreen": N_(
        "The keyboard is locked to scanning: cards go on being answered. The PIN, then Enter, opens it again."
    ),
    "HonorificsDialog": N_(
        "How each person is addressed, once: the letter says it, Enter takes the guess that stands there."
    ),
    "TitleSignDialog": N_(
        "The emblem is a picture file of your own: ↓ chooses one, or leave it empty for a frame. "
        "The size is the printed sign's, in centimetres."
    ),
    "DoorActionsDialog": N_(
        "What can be edited about the guest who was let in last: press the letter, or ↑ ↓ and Enter."
    ),
    "CameraDialog": N_(
        "Enter switches the marked camera on or off. Tab goes to the line below: a picture is "
        "read, a film played, a folder watched."
    ),
    "BackEntryDialog": N_(
        "Those who were ticked off on the paper list: type their numbers and when they came."
    ),
    "PartyDialog": N_(
        "Press the letter of who came; that records it. For a name press Tab first and type it, then "
        "Enter and the letter. + and − change how many came."
    ),
    "WalkInDialog": N_(
        "Somebody who is not on the list: name and hamlet or office are enough. Enter goes on, in"
        " the last line it lets them in."
    ),
    "WrongPersonDialog": N_(
        "Somebody else was let in by mistake: find the right guest, Enter moves the check-in."
    ),
    "HamletGiftDialog": N_(
        "Gives the gift to all households of a hamlet that are here and have not had it yet."
    ),
    "PhotoDialog": N_(
        "↑ ↓ or letters choose the photo, Tab the handover it belongs to; Enter copies it into the event."
    ),
    "PiecesDialog": N_("What the gift consists of, one piece a line: name, number, condition. ^S keeps it."),
    "VoidDialog": N_("A handover that did not happen so: say why. It stays in the record as void."),
    "TakeBackDialog": N_("↑ ↓ choose the guest, Enter invites them again."),
    "GuestActionsDialog": N_("What can be done with the chosen guest: press the letter, or ↑ ↓ and Enter."),
    "CardCodeScreen": N_(
        "The guest's code, large, to be scanned from this screen or photographed. Esc leaves it."
    ),
    "EditGuestDialog": N_(
        "What the list says of the guest. Enter goes to the next line and saves in the last; ^S "
        "saves at once."
    ),
    "WhichCardsDialog": N_(
        "Choose which cards are drawn. They are files to print; that they are printed is said on F10."
    ),
    "ColumnsDialog": N_(
        "Choose the column that was misunderstood, then what it holds; the list is read again."
    ),
    "RowsDialog": N_("↑ ↓ choose, Enter takes it."),
    "ImportRosterDialog": N_(
        "↑ ↓ or letters choose the list, Enter reads it. Look at what would be added and changed;"
        " F8 says what a column holds. F9 is for people with an office: read them as delegates; once more,"
        " of whom no delegation fits: take as “Khách mời khác”; once more: as the list says. F7 takes"
        " the list in, Esc changes nothing."
    ),
    "AdmitGroupDialog": N_(
        "Lets a whole delegation in at once. Take out with Space who did not come with it."
    ),
    "AfterwardsDialog": N_(
        "After the ceremony, in this order: export, archive, close, and once the report is sent "
        "delete personal data."
    ),
    "ArchivePlaceDialog": N_("The whole event goes into one zip there, and is read back at once."),
    "ChooseExportDialog": N_("Space takes a sheet in or out; Enter writes the workbook."),
    "PhonesDialog": N_(
        "A phone scans the code, or its address and the code are typed. It has to be on the laptop's Wi-Fi, "
        "or the laptop on the phone's hotspot. R chooses what the next phone may do, a letter dismisses one "
        "that is paired, W tells what is needed and what to press."
    ),
    "PhoneNeedsDialog": N_("What phones, Wi-Fi and firewall need. ↑ ↓ move, Esc goes back."),
    "DutyDialog": N_(
        "Whose name stands with every entry from now on. Type it, or choose with ↑ ↓ who was on duty before."
    ),
    "SeveralDialog": N_(
        "One laptop shares the event and shows a code, the others join with it. Every laptop goes on alone "
        "while the network is away."
    ),
    "JoinDialog": N_(
        "Type the code that the sharing laptop shows, or scan its QR; spaces do not matter. Enter joins."
    ),
    "NoteDialog": N_("A short line for the MC; it stands on the stage's screen until N takes it off."),
    "AnnouncementsDialog": N_("↑ ↓ choose, Enter shows the words large, to be read aloud."),
    "ReadAloudDialog": N_("Read it aloud; Esc leaves it."),
    "IntroductionDialog": N_(
        "The order in which delegates are read out. U and D move one, I marks one as read out, A "
        "all down to there."
    ),
    "SpeakerMessageDialog": N_(
        "One short line for whoever speaks; ↑ ↓ put a ready-made one into it. It stands in large letters on "
        "the clock page until the item is over; Enter in an empty line takes it away."
    ),
    "MinutesNotesDialog": N_(
        "Type what is said, Enter writes it down; ↑ ↓ choose to what it belongs. PgUp takes a "
        "note back to be edited; emptied, it is struck out. All of it comes out in the "
        "minutes."
    ),
    "TimesDialog": N_("↑ ↓ choose the item, type when it really began and ended. The minutes follow."),
    "ToComeDialog": N_(
        "The items that are still to come. U and D move one, X leaves it out, + and − change its minutes."
    ),
    "NewEventDialog": N_(
        "↑ ↓ choose the village; the third row is for one that is not named. Enter goes on, in the last "
        "line it makes the event; so does ^S at once."
    ),
    "NextMeetingDialog": N_("Day and hour of the next meeting. The guests and their cards stay the same."),
    "RehearseDialog": N_(
        "A copy of the event is opened and guests come to it by themselves: practise door, stage "
        "and gifts. ^O ends it, and all of it is thrown away."
    ),
}
"""By the dialog's class; a subclass without a text of its own has its parent's."""

IN_EVERY_DIALOG = (
    ("Esc", N_("leave, and change nothing that was not saved")),
    ("Tab", N_("the next line or button")),
    ("F1", N_("this help")),
)


def dialog_help(kind: type) -> str:
    """The English text for a dialog's class; empty where there is none."""
    return next((DIALOG_HELP[one.__name__] for one in kind.__mro__ if one.__name__ in DIALOG_HELP), "")
