from tui.command_line.screens import VERB_NAMES
from tui.command_line.verbs import VERBS


def test_a_word_that_is_a_verb_is_never_taken_for_an_event() -> None:
    assert {verb.name for verb in VERBS} == VERB_NAMES
