"""What the MC can do with words on the stage (F3)."""

from data.language import N_
from tui.frame.keys.command import STAGE, Command

COMMANDS: tuple[Command, ...] = (
    Command(
        "tick",
        # The second name is ĩ, which Telex makes of "i" (read out) and "x".
        "x,latin_small_letter_i_with_tilde",
        N_("Tick off"),
        N_("Tick off what is marked (← → mark another); for a gift, log its handover"),
        (STAGE,),
    ),
    Command(
        "introduced",
        "i",
        N_("Introduced"),
        N_("The next delegate, or the one who was missed, has been read out"),
        (STAGE,),
    ),
    Command(
        "introduction",
        "o",
        N_("Order"),
        N_("Who is introduced before whom: there U and D move a delegate up and down; and who was read out"),
        (STAGE,),
    ),
    Command(
        "words_only",
        "v",
        N_("Words only"),
        N_("Give the MC's words the whole screen, and back"),
        (STAGE,),
    ),
    Command(
        "announce",
        "a",
        N_("Announce"),
        N_("Ready-made announcements, large to be read aloud"),
        (STAGE,),
    ),
    Command(
        "minutes_notes",
        "y",
        N_("Write down"),
        N_("Write down for the minutes what is said: guidance, questions from the floor, the conclusion"),
        (STAGE,),
    ),
    Command(
        "tell_speaker",
        "q",
        N_("To the speaker"),
        N_("A short message that stands before the speaker, on the clock page (/dong-ho)"),
        (STAGE,),
    ),
    Command(
        "note_seen", "n", N_("Note read"), N_("Take the note to the MC off the screen: it was read"), (STAGE,)
    ),
)
