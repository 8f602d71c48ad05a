import re
from pathlib import Path

from data.documents.papers.fields.content import event_content, handover_content
from data.documents.papers.fields.event import moment_fields, money_words
from data.documents.papers.fields.single import copies
from data.documents.papers.fields.values import key
from data.documents.papers.template_places import BUILT_IN
from tests.data.documents.papers.day import begin, play


def test_the_templates_readme_lists_exactly_the_fields_there_are(tmp_path: Path) -> None:
    with begin(tmp_path / "event") as session:
        play(session)
        (handover,) = session.state.handovers.standing()
        content = event_content(session.state, session.now())
        content = handover_content(content, handover, session.state)
        names = {key(name) for name in content.with_more(moment_fields(session.clock.now(), 1)).names}
        names |= {key(name) for copy in copies(session.state, "delegate") for name in copy.fields}
        state = session.state
        own = {key(blank.id) for blank in state.event.blanks}
        labels = {key(re.sub(r"\s*\([^)]*\)", "", blank.label)) for blank in state.event.blanks}
    readme = BUILT_IN.joinpath("README.md").read_text(encoding="utf-8")
    told = readme.partition("## Trường dùng")[2].partition("## For maintainers")[0]
    listed = {key(span) for span in told.split("`")[1::2] if not set(span) & set("{}/")}
    assert names - own - labels <= listed
    assert listed <= names


def test_a_sum_of_money_is_written_in_digits_and_words() -> None:
    assert money_words("5000000") == "5.000.000 đồng (năm triệu đồng)"
    assert money_words("1.050.000 đồng") == "1.050.000 đồng (một triệu không trăm năm mươi nghìn đồng)"
    assert money_words("khoảng 5 triệu") == "khoảng 5 triệu"
    assert money_words("") == ""
