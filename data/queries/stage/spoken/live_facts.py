"""All facts that fill the braces of a plan's texts at this moment, those of the hall too."""

from data.plans.placeholders import INVITED, OTHERS, date_words, event_facts
from data.queries.people.counts import counts
from data.queries.people.known_person import in_blank
from data.queries.stage.spoken.greeting import TEAM, greeting, team_lines
from data.queries.stage.spoken.introduction import introduction_lines
from data.state.state import State


def live_facts(state: State) -> dict[str, str]:
    """The event's facts and who is present. While nobody is, the facts that name them are empty and show as
    gaps. Households that nobody had invited are told behind the invited ones, never among them."""
    households = counts(state).households
    return (
        event_facts(state.event)
        | people_facts(state)
        | {
            "present": "; ".join(introduction_lines(state)),
            INVITED: str(households.came or households.more or ""),
            OTHERS: f", ngoài ra có {households.more} hộ khác" if households.came and households.more else "",
            "date": date_words(state.days.held_on(state.event)),
            "greeting": greeting(state),
            TEAM: "; ".join(team_lines(state)),
        }
    )


def people_facts(state: State) -> dict[str, str]:
    """Whom the event's blanks name, as the guest list knows them now."""
    return {blank.id: in_blank(blank, state).spoken for blank in state.event.blanks if blank.names_person}
