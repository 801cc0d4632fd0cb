"""Are the written pages what the product says and does?

    python docs/generate.py [cli] [contexts] [limits] [examples] [--check]

``contexts`` writes the fields that the page templates read into docs/dossier.md, from their own
words in ``allsource.report.contexts`` and ``chart_contexts``; ``limits`` writes into docs/limits.md where each module says
that it fails. ``cli`` writes docs/cli.md from the verbs, their help and their options; what a verb prints as JSON is
told in ``OUTPUT`` below, or on the page of the noun that it prints. ``examples`` writes what stands
between ``<!-- example:NAME -->`` and ``<!-- /example -->`` in README.md and docs/*.md from a run over
the sample case (see examples.py). Without a word it does all. ``--check`` writes nothing and ends
with 1 where a page is stale.
"""
# ruff: noqa: INP001 - a script beside the pages it writes

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import fields
from inspect import cleandoc
from pathlib import Path

import typer
from typer.core import TyperCommand
from typer.main import get_command

from allsource.cli.app import app
from allsource.report import (
    bearing_contexts,
    chart_contexts,
    claim_contexts,
    contexts,
    judgement_contexts,
)

HERE = Path(__file__).parent
PAGE = HERE / "cli.md"
CONTEXT_ROOMS = (contexts, claim_contexts, chart_contexts, bearing_contexts, judgement_contexts)
CONTEXTS = re.compile(r"(<!-- contexts -->\n).*?(<!-- /contexts -->)", re.DOTALL)
FAILS = re.compile(r"(<!-- fails -->\n).*?(<!-- /fails -->)", re.DOTALL)
EXAMPLE = re.compile(r"(<!-- example:([a-z-]+) -->\n).*?(<!-- /example -->)", re.DOTALL)

OPENING = """\
# The command line

<!-- Written by docs/generate.py from the verbs themselves. Edit their help, not this page. -->

Results go to standard output, one JSON object a line where `--json` is given, in UTF-8. Progress,
notes and errors go to standard error. One more verb of the design, `review`, is not built yet;
nothing stands in for it.

| exit code | means |
| --- | --- |
| 0 | done |
| 1 | failed |
| 2 | wrong usage or settings |
| 3 | done, but some inputs failed; each is listed on standard error with file, reason and next step |
| 4 | an integrity check failed |
| 130 | interrupted; what was committed stays |

In every object, offsets are Unicode code points into the stored text, and the `text` at a span is
exactly the stored text there; the parts of a discontinuous list of spans are joined by ` ... `. An
absent value is `null`. Dates are ISO 8601 prefixes: `2031`, `2031-05`, `2031-05-04`. Lines count
from 1. Names of files and words of documents are printed with control characters made visible.

`ALLSOURCE_SPACY_MODEL` names another installed spaCy model in place of the bundled one.
"""

OUTPUT = {
    "demo": "Prints where the case and the dossier of the [sample case](tutorial.md) are.",
    "assess": "Prints where the [dossier](dossier.md) and the case are; what was read and what was new "
    "goes to standard error, as do inputs that could not be read. With `--json` one object: `folder`, "
    "`case`, `dossier`; `files` found and `opened`; `documents`, `new_documents`, `claims` and "
    "`clusters` in the case; `findings` (each `id` and `text`); `not_extracted` (each `path` and "
    "`reason`); `failures` (each `path`, `reason`, `next_step`).",
    "check": "One object a claim: `claim` (a [Claim](claim.md)); `root` (`id`, `label`, `seen`, or "
    "null: see [Root](root.md)); `status`, one of `borne out`, `contradicted`, `same origin only`, "
    "`independence not established`, `no other evidence`; `missing`, what would be needed; `drift`, "
    "the [changes](drift.md) from the claim it was taken from; `against`, the ids of the claims of "
    "the case that it was held against; `observed`, what tracks, pictures and lists say of it, what decides first "
    "(each `id`, `observation`, `kind`, `verdict`, `why`, `compared`, with `what`, `said`, `seen` and `agrees` a row, "
    "`files` and `synthetic`: see [beside](beside.md)): null where none is in hand, empty where none touches the claim; "
    "`judgement` (null where it is told as a fact): `author`, `word`, `icd203` "
    "(the term that the word is, or null), `premises` (each `judgement`, `claim`, `document`, `span`, `cue`, `medium`, `id`, `text`, `status`, "
    "`against`), `absent` (why there is none), `warnings`: see [Judgement](judgement.md).",
    "search": "One object a paragraph, best first: `document` (id), `path`, `span`, `text`.",
    "why": "One object for the thing itself, then one for each thing that it rests on, each before what "
    "that rests on: `id`, `type` (finding, gap, sentence, claim, judgement, premise, forecast, root, cluster, hop, drift, relation, loop, "
    "series, conflict, estimate, document, entity, name, identity judgement, flight, pictures, list entry or bearing), `says` (in words), `depth` (0 for the thing itself), `behind` (id of what rests "
    "on it), `passages` (each `document`, `path`, `span`, `text`), `files` of sensors and lists that show it (each "
    "`path`, `sha256`, `place` in it, and `as_of`, its day), `synthetic` (invented evidence).",
    "who": "Lines of three types, told by `type`: `entity` (an [Entity](entity.md), each mention with the `path` of its "
    "document, those with most mentions first), `undecided` (two of which it is not known whether they are one: `left`, "
    "`left_name`, `right`, `right_name`, `probability`, null where a person is unsure, `why`) and `not followed` (a judgement "
    "that stands against another one, or is on what is gone: `left`, `right`, `verdict`, `by`, `when`, `why`). With a NAME "
    "only what concerns it. `--same`, `--apart` and `--withdraw` keep a judgement first.",
    "serials": "One object: `low`, `median`, `high` (null where nothing can be told) and `interval`, the "
    "probability of low to high; `blocks` (each `series`, `first`, `last`, `seen`, `open`); `warnings`.",
    "track": "One object a leg, by aircraft and time: `aircraft` (`hex`, `registration`, `type`, and three facts, each "
    "`value`, `table`, `date`: `state`, `operator_by_callsign`, `operator_by_registry`; `kept_for`), `callsign`, "
    "`departure` and `arrival` (`airport`, `time`, `earliest`, `latest`, `tier`, `probability`, `candidates`, "
    "`height_ft`, `distance_km`, `trend`), `gaps` (each `from`, `to`, `others_heard`), `path`, `stated_route`, "
    "`networks`, `quality`, `warnings`, `synthetic`, `sentences`. [Tracks](track.md) tells what each means. How many "
    "aircraft were dropped goes to standard error.",
    "match": "One object a row, in their order: `line` (counted from 1 below the header), `probability` that "
    "the two names mean one party, `same` (it is at least 0.4), `why` (each `feature`, `detail`, `effect` in "
    "log-odds; together they make the probability, save where it is cut at its ends). A row that cannot be "
    "compared has null for both. [Match](match.md) tells what each means.",
    "imagery": "One object a pair (a stack: one a step, then the first against the last): `screening`, `score`, "
    "`area_m2` (null, or `low`, `median`, `high`, `interval`, `from`, `construct`, `basis`), `warnings`, "
    "`conclusive`, `inside_share`, `control_share`, `controls`, `clear_share`, `method`, `detectability`, "
    "`construct`, `synthetic`, `site`, `period`, `registration`, `before`, `after`, `stack`, `sample` (null, or where "
    "`--draw-sample` wrote). [Image pairs](imagery.md) tells what each means.",
    "estimate": "Lines of five types. An estimate has no `type`: `quantity`, `of`, `scope`, `unit`, `period`, "
    "`low`, `median`, `high`, `interval`, `claims`, `leave_one_root_out` (by root: low, median, high), `k_hat`, "
    "`warnings`. Then `influence` (what moves the last month most, and what would narrow it), `consistency` (claims "
    "that do not go together), `threshold` (`claim`, `of`, `quantity`, `unit`, `period`, `figure`, `above`, the probability that the quantity was above the figure, and `plan`) and `unused` (`claim`, `of`, `reason`). [Estimates](estimate.md) tells what each means.",
    "verify": "One object: `case`, `entries` (how many the ledger holds), `problems` (a list of "
    "words, empty where nothing changed).",
    "doctor": "One object a thing looked for: `what`, `found`, `ok`, `next_step` (null where all is "
    "well).",
    "claims": "One [Claim](claim.md) a line.",
    "quantities": 'From files: `{"path", "quantities"}`, one line a document. From standard input: '
    '`{"line", "quantities"}`, one line an input line. Each is a list of '
    "[Quantity](quantity.md).",
    "times": 'From files: `{"path", "times"}`, one line a document. From standard input: '
    '`{"line", "times"}`, one line an input line. Each is a list of [Time](time.md).',
    "trace": "Lines of five types, told by `type`: `hop` (a [Hop](hop.md)), `loop` (a ring: `documents`, "
    "each of which rests on the next and the last on the first again; `cut`, the hop of that last step, "
    "which is not among the hops; `by`, `time` where that step runs against time and `probability` where "
    "dates do not tell and it is the least probable), `cluster` (claims that "
    "speak of the same thing, with their [roots](root.md) and "
    "[effective roots](effective-roots.md)), `drift` (a [Drift](drift.md)) and `relation` (two claims "
    "on one matter that do not say the same: `one`, `other`, `kind`, and `shown`, the `document` and "
    "`span` of the words that show it). A `kind` is `specificity` (`other` tells more, or more "
    "exactly), `scope` (its figure covers a part of what that of `one` covers), `period` (another "
    "time), `plan` (`one` is a plan, `other` an outcome), `spread` (estimates of two sources), "
    "`conflict` (figures that cannot both hold), `denial` (`other` denies `one`) or `revision` (the "
    "teller of `one` replaces its figure).",
    "fuse": "One object a slot: `slot`, `values` (each `value`, `probability`, `effective_roots`, "
    "`effective_roots_interval`, `stated`), `low`, `median`, `high`, `interval`; then those of type "
    "`dependence` (`source`, `copies`, `rate`, `probability`) and of type `definition` (`field`, "
    "`sources`, `probability`, `shift`). [Fusion](fuse.md) tells what each means.",
}


def verbs() -> dict[str, TyperCommand]:
    """The verbs of the command line, in the order of its help."""
    group = get_command(app)
    found: dict[str, TyperCommand] = group.commands  # type: ignore[attr-defined]
    return found


def option_line(option: object) -> tuple[str, str]:
    """An option or argument as it is written, and what it does."""
    written, told = option.get_help_record(CONTEXT)  # type: ignore[attr-defined]
    return f"`{' '.join(written.split())}`", " ".join(told.split()).replace("|", "\\|")


def section(name: str, verb: TyperCommand) -> Iterator[str]:
    """One verb: usage, help, options, and what it prints."""
    usage = " ".join(verb.collect_usage_pieces(CONTEXT))
    yield f"## allsource {name}\n"
    yield f"    allsource {name} {usage}\n"
    yield cleandoc(verb.help or "") + "\n"
    yield "| | |"
    yield "| --- | --- |"
    for option in verb.params:
        written, told = option_line(option)
        yield f"| {written} | {told} |"
    yield ""
    yield f"{OUTPUT[name]}\n"


def page() -> str:
    """The whole of docs/cli.md."""
    parts = [OPENING]
    for name, verb in verbs().items():
        parts.extend(section(name, verb))
    return "\n".join(parts).rstrip() + "\n"


CONTEXT = typer.Context(get_command(app), info_name="allsource")


def with_contexts() -> tuple[Path, str]:
    """The page on the dossier, with every field that a template may read."""
    path = HERE / "dossier.md"
    parts = []
    for kind in (getattr(module, n) for module in CONTEXT_ROOMS for n in module.__all__):
        name = kind.__name__
        parts.append(f"### {name}\n\n{cleandoc(kind.__doc__).splitlines()[0]}\n\n| field | holds |")
        parts.append("| --- | --- |")
        parts += [f"| `{one.name}` | {one.metadata['help']} |" for one in fields(kind)]
        parts.append("")
    written = "\n".join(parts)
    text = path.read_text(encoding="utf-8")
    return path, CONTEXTS.sub(lambda part: f"{part[1]}{written}{part[2]}", text)


def with_limits() -> tuple[Path, str]:
    """The page on limits, with where each module says that it fails."""
    path, package = HERE / "limits.md", HERE.parent / "src" / "allsource"
    lines = ["| module | where it fails |", "| --- | --- |"]
    for module in sorted(package.rglob("*.py")):
        told = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or ""
        for part in told.split("\n\n"):
            found = re.search(
                r"\b(It|They) (fails?|cannot show|cannot stop)\b.*", " ".join(part.split())
            )
            if found:
                words = found.group().replace("``", "`").replace("|", "\\|")
                lines.append(f"| `{module.relative_to(package).with_suffix('')}` | {words} |")
    written = "\n".join(lines) + "\n"
    text = path.read_text(encoding="utf-8")
    return path, FAILS.sub(lambda part: f"{part[1]}{written}{part[2]}", text)


def with_examples() -> Iterator[tuple[Path, str]]:
    """Every page that holds examples, written anew.

    Raises:
        KeyError: a page asks for an example that there is none of.
    """
    from examples import examples  # noqa: PLC0415 - runs the product: only when asked for

    found = examples()
    for path in [HERE.parent / "README.md", *sorted(HERE.glob("*.md"))]:
        text = path.read_text(encoding="utf-8")
        if EXAMPLE.search(text):
            yield path, EXAMPLE.sub(lambda part: f"{part[1]}{found[part[2]]}\n{part[3]}", text)


def pages(parts: list[str]) -> Iterator[tuple[Path, str]]:
    """The pages to be written, as they should be."""
    if "cli" in parts or not parts:
        yield PAGE, page()
    if "contexts" in parts or not parts:
        yield with_contexts()
    if "limits" in parts or not parts:
        yield with_limits()
    if "examples" in parts or not parts:
        yield from with_examples()


def main() -> int:
    """Write the pages, or with ``--check`` say which are stale."""
    words = sys.argv[1:]
    check = "--check" in words
    stale = 0
    for path, new in pages([word for word in words if word != "--check"]):
        if path.exists() and path.read_text(encoding="utf-8") == new:
            continue
        stale += 1
        sys.stdout.write(f"{path.name}: {'stale' if check else 'written'}\n")
        if not check:
            path.write_text(new, encoding="utf-8")
    if check and stale:
        sys.stdout.write("run: python docs/generate.py\n")
    return int(check and stale > 0)


if __name__ == "__main__":
    raise SystemExit(main())
