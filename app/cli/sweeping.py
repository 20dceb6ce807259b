"""`dedupe sweep`: look for doubles in the whole base now, as the window does by night."""

from argparse import Namespace

from app.cli.handing import progress
from app.cli.opening import entered, read_site
from app.cli.talking import Exit, Talk
from app.core.text import tr
from app.duplicates.actions import sweep
from app.patients.rules.matching.verdict import Limits
from app.staff.actions.maintenance import Chore, NoteMaintenance, note_maintenance
from app.staff.queries import SYSTEM_ACTOR


def sweep_base(args: Namespace, talk: Talk) -> Exit:
    """Compare everybody with those like them and fill the worklist of possible doubles; nobody is named here."""
    site = read_site(args)
    limits = Limits.of(site.settings)
    with entered(site, talk) as (executor, actor):
        executor.perform(note_maintenance, NoteMaintenance(chore=Chore.SWEEP, outcome="begun"), actor)
        report = progress(talk) or (lambda _done, _of: None)
        found = sweep(executor, SYSTEM_ACTOR, limits, report, lambda: False)
    talk.say(
        tr(
            "{people:,} people, {compared:,} pairs compared: {found:,} look alike, {new:,} of them new in the worklist.",
            people=found.people, compared=found.compared, found=found.found, new=found.new,
        )
    )  # fmt: skip
    talk.give(people=found.people, compared=found.compared, found=found.found, new=found.new)
    return Exit.DONE
