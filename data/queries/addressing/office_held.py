"""The office that a guest holds, as it is printed and read out: their title, and the body it is held in."""

from data.model.event import Event
from data.model.guest import Guest
from data.text.people.office import body_of_group, join_office, title_alone


def office_held(guest: Guest, event: Event) -> tuple[str, str]:
    """Title and body of a guest; either may be empty. Of a household what it says of itself alone.

    The body is the guest's own. Where neither it nor the title names one, the group under which the guest
    was invited stands in for it, if that group is one body ("Lãnh đạo Công an huyện" are of "Công an
    huyện"; "Khách mời khác" are of none).
    """
    title, body = title_alone(guest.title, guest.organisation)
    body = _place(body, event)
    delegation = None if guest.is_household else event.delegation(guest.delegation)
    group = body_of_group(delegation.name) if delegation else ""
    # "Công an" alone is the beginning of "Công an huyện".
    is_begun = group.casefold().startswith(f"{body} ".casefold()) if body else True
    return title, group if group and is_begun else body


def _place(body: str, event: Event) -> str:
    """The event's own place where a body is called by its level alone: "thôn" of a "Trưởng thôn"."""
    places = (event.site.village, event.site.commune, event.site.district)
    return next((place for place in places if body and place.partition(" ")[0] == body.casefold()), body)


def office_told(guest: Guest, event: Event) -> str:
    """Title and body in one, without the words that stand in both."""
    return join_office(*office_held(guest, event))
