"""The command line: one file per verb, and the exit codes of the contract.

Exit codes: 0 done; 1 failed; 2 wrong usage or settings; 3 done, but some inputs
failed; 4 an integrity check failed; 130 interrupted, nothing lost.
"""

import sys

from allsource.assessment.printing import words
from allsource.cli.app import app
from allsource.cli.console import note
from allsource.errors import AllsourceError, IntegrityError, UsageError

__all__ = ["main"]


def main() -> None:
    """Run the command line and end with one of the contract's exit codes."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except UsageError as error:
        _stop(error, 2)
    except IntegrityError as error:
        _stop(error, 4)
    except AllsourceError as error:
        _stop(error, 1)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has gone: nothing is left to say
        sys.exit(1)
    except SystemExit as ended:
        if ended.code == 130:  # Ctrl-C, as Typer tells it
            note("interrupted: what was committed stays; run the same command to go on")
        raise


def _stop(error: AllsourceError, code: int) -> None:
    note(f"allsource: {words(str(error))}")
    sys.exit(code)
