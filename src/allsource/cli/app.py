"""Which verbs are there?

Each verb's module says what it does and imports what it needs when it runs, so
that ``allsource --help`` stays quick.
"""

from typing import Annotated

import typer

from allsource import __version__
from allsource.cli import (
    assess,
    check,
    claims,
    demo,
    doctor,
    estimate,
    fuse,
    imagery,
    match,
    quantities,
    search,
    serials,
    times,
    trace,
    track,
    verify,
    who,
    why,
)

__all__ = ["app"]

app = typer.Typer(
    name="allsource",
    help="Turn a folder of reporting into an assessment that can be defended.",
    epilog="Start with: allsource demo",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

_JOB = "The job"
_STEP = "One step at a time (JSON lines)"


def _version(asked: bool) -> None:
    if asked:
        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Turn a folder of reporting into an assessment that can be defended."""


for _panel, _verbs in (
    (
        _JOB,
        (
            ("demo", demo.demo),
            ("assess", assess.assess),
            ("check", check.check),
            ("search", search.search),
            ("why", why.why),
            ("who", who.who),
            ("verify", verify.verify),
            ("doctor", doctor.doctor),
        ),
    ),
    (
        _STEP,
        (
            ("claims", claims.claims),
            ("quantities", quantities.quantities),
            ("times", times.times),
            ("trace", trace.trace),
            ("fuse", fuse.fuse),
            ("estimate", estimate.estimate),
            ("serials", serials.serials),
            ("track", track.track),
            ("imagery", imagery.imagery),
            ("match", match.match),
        ),
    ),
):
    for _name, _verb in _verbs:
        app.command(_name, rich_help_panel=_panel)(_verb)
