"""``python -m allsource`` is the command line."""

from allsource.cli import main

main()
