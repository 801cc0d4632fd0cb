"""Write an invented world of newsrooms with its truth.

    python bench/newsrooms/generate.py FOLDER --level 1 [--seed 1] [--law copying|independent|thin] [--copiers 12]
    python bench/newsrooms/generate.py FOLDER --level 2 [--seed 1] [--retellings 12]
    python bench/newsrooms/generate.py FOLDER --level 3 [--seed 1] [--copies 1000]

Level 1 is values for ``allsource fuse claims.csv`` (``values.py``); levels 2 and 3 are articles for
``allsource trace FOLDER/articles`` (``story.py``, ``hostile.py``), with the truth in ``truth.json``.
The same options give the same bytes on every machine.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.newsrooms import values
from bench.newsrooms.folder import write
from bench.newsrooms.hostile import hostile
from bench.newsrooms.story import story


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--level", type=int, choices=(1, 2, 3), default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--law", choices=("copying", "independent", "thin"), default="copying")
    parser.add_argument("--copiers", type=int, default=12, help="level 1: sources that copy")
    parser.add_argument("--retellings", type=int, default=12, help="level 2: retold articles")
    parser.add_argument("--copies", type=int, default=1000, help="level 3: reposts")
    options = parser.parse_args()
    if options.level == 1:
        laws = {
            "copying": lambda: values.copying(options.seed, values.Law(copiers=options.copiers)),
            "independent": lambda: values.independent(options.seed),
            "thin": lambda: values.thin(options.seed),
        }
        values.write(laws[options.law](), options.folder)
        return 0
    if options.level == 2:
        made = story(options.seed, retellings=options.retellings)
    else:
        made = hostile(options.seed, copies=options.copies)
    write(made.articles, made.cast, options.folder)
    print(f"{len(made.articles)} articles in {options.folder / 'articles'}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
