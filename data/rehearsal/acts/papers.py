"""The papers in a rehearsal: every one is made as a Word file."""

from data.commands.paper_status import record_made
from data.documents.papers.catalogue import papers
from data.documents.papers.files import make_papers
from data.documents.papers.pending import to_make
from data.language import _
from data.rehearsal.acts.stand import Stand


def make_all(stand: Stand) -> None:
    """Make every paper that the day asks for, and record them."""
    made = make_papers(stand.session, papers(stand.state), None, stand.named(_("Making the papers")))
    record_made(stand.session, made)
    stand.files += [one.file for one in made]
    stand.check(
        _("All {count} papers were made").format(count=len(made)),
        not to_make(stand.state) and all(one.file.stat().st_size for one in made),
    )
