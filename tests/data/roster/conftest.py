from datetime import date

import pytest

from data.model.event import Event
from data.plans.load import load_plan
from tests.conftest import PLAN


def make_event() -> Event:
    plan = load_plan(PLAN)
    return Event(
        id="kha-tan",
        number="17",
        plan=plan.id,
        title=plan.event_title,
        model=plan.model,
        plan_number=plan.number,
        site=plan.sites[0],
        date=date(2022, 6, 15),
        doors=plan.doors,
        start=plan.start,
        deadline=plan.deadline,
        target_households=plan.target_households,
        delegations=plan.delegations,
        agenda=plan.agenda,
        gifts=plan.gifts,
        blanks=plan.blanks,
        backdrop=plan.backdrop,
        relations=plan.relations,
        notice=plan.notice,
    )


@pytest.fixture(scope="session")
def event() -> Event:
    return make_event()
