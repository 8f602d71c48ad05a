"""The papers to print and sign."""

from typing import Annotated

import typer

from data.errors import Refused
from data.language import _
from tui.command_line.terminal.arguments import EventArgument, OutOption, Verb, say
from tui.command_line.terminal.progress import progress


def papers(
    event: EventArgument,
    out: OutOption = None,
    only: Annotated[
        list[str] | None,
        typer.Option("--paper", metavar="ID", help=_("Only this paper; can be given several times.")),
    ] = None,
    templates: Annotated[
        bool, typer.Option("--templates", help=_("Only copy the templates into the event, to be changed."))
    ] = False,
) -> None:
    """Make the papers; that they were made is recorded unless the event is open elsewhere.

    A template that cannot be filled stops its own papers alone, and is refused when the others are made.
    """
    from data.commands.paper_status import can_record, record_made
    from data.commands.stage.clock_watch import day_question
    from data.documents.papers.catalogue import chosen
    from data.documents.papers.files import FOLDER, make_papers
    from data.documents.papers.overview import look_at_papers, missing_text
    from data.documents.papers.template_places import all_papers, copy_templates
    from data.documents.signing_sheet.files import write_paper_list
    from data.messages.warnings.doubted_date import day_doubt_text, left_to_pen_text
    from data.session.folders.home import locate
    from data.session.opening import open_to_write_if_free

    folder = locate(event)
    with open_to_write_if_free(folder) as session:
        if templates:
            for path in copy_templates(folder):
                say(path)
            return
        state = session.state
        known = all_papers(session)
        wanted = [chosen(known, id) for id in only] if only else known
        looks = look_at_papers(session)
        refused = {look.problem for paper in wanted if (look := looks[paper.id]).problem}
        with progress(_("Papers")) as step:
            good = [paper for paper in wanted if not looks[paper.id].problem]
            made = make_papers(session, good, out, step)
        if can_record(session):
            record_made(session, made)
        for one in made:
            say(one.file)
            if one.missing:
                left = missing_text(one.missing, state.event)
                say("  " + _("Still blank: {what}.").format(what=left))
        if not only:
            with progress(_("List to sign")) as step:
                say(write_paper_list(state, out or folder / FOLDER, step))
        if (doubt := day_question(session)) is not None:
            say(f"⚠ {day_doubt_text(doubt, session.clock)} {left_to_pen_text()}", error=True)
        if not can_record(session):
            sentence = _("The event is open elsewhere or closed: the papers are written but not recorded.")
            say(sentence, error=True)
    if refused:
        raise Refused(" ".join(sorted(refused)))


VERBS = (Verb("papers", papers, _("Make the papers to print and sign: lists, minutes, report, agenda.")),)
