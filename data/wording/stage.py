"""What happened on the stage, in words."""

from data.language import _
from data.model.happenings.stage import Adjusted, Paused, Resumed, StageHappening, Went, WentBack
from data.state.state import State
from data.wording.things import item_text


def describe_stage(what: StageHappening, state: State) -> str:
    """One sentence for a step of the agenda."""
    match what:
        case Went(item=""):
            return _("GO: the ceremony closed")
        case Went(item=item):
            return _("GO: {item}").format(item=item_text(item, state))
        case WentBack(item=item):
            return _("Back to: {item}").format(item=item_text(item, state))
        case Paused(item=item):
            return _("Paused: {item}").format(item=item_text(item, state))
        case Resumed(item=item):
            return _("Resumed: {item}").format(item=item_text(item, state))
        case Adjusted(item=item, minutes=minutes):
            return _("{minutes} minutes: {item}").format(minutes=f"{minutes:+}", item=item_text(item, state))
    return str(what)
