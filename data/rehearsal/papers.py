"""The papers in a rehearsal: every one is made as a Word file."""

from data.commands.paper_status import record_made
from data.language import _
from data.papers.catalogue import papers
from data.papers.files import make_papers
from data.papers.pending import to_make
from data.rehearsal.stand import Stand


def make_all(stand: Stand) -> None:
    """Make every paper that the day asks for, and record them."""
    made = make_papers(stand.ceremony, papers(stand.state), None, stand.named(_("Making the papers")))
    record_made(stand.ceremony, made)
    stand.files += [one.file for one in made]
    stand.check(
        _("All {count} papers were made").format(count=len(made)),
        not to_make(stand.state) and all(one.file.stat().st_size for one in made),
    )
