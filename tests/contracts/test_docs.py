"""The documentation holds together, and nothing of the place where it was written is in it."""

import dataclasses
import importlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "bench").rglob("*.md")]
)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
HEADING = re.compile(r"^#+\s+(.+?)\s*$", re.MULTILINE)

NOUNS = {
    "document": "allsource.model.document:Document",
    "span": None,
    "attribution": "allsource.model.claim:Attribution",
    "source": "allsource.model.claim:Source",
    "entity": "allsource.model.entity:CaseEntity",
    "claim": "allsource.model.claim:Claim",
    "stance": "allsource.model.claim:Stance",
    "judgement": "allsource.model.judgement:Judgement",
    "quantity": "allsource.model.quantity:Quantity",
    "time": "allsource.model.time:Time",
    "hop": "allsource.model.lineage:Hop",
    "root": "allsource.model.lineage:Root",
    "drift": "allsource.model.lineage:Drift",
    "effective-roots": "allsource.model.lineage:Cluster",
    "finding": "allsource.model.assessment:Finding",
    "case": None,
}
"""Each noun's page, and the dataclass whose fields it must tell."""

OTHERS = (
    "fuse",
    "track",
    "match",
    "estimate",
    "imagery",
    "beside",
    "historic-cases",
    "index",
    "tutorial",
    "cli",
    "dossier",
    "entailment",
    "benchmarks",
    "dependencies",
    "limits",
    "decisions",
)

# Written in pieces, so that this file does not hold what it looks for.
_TOP = r"(?<![\w.-])/"
WORKPLACE = (
    *(_TOP + part for part in ("work/", "root/", "home/", "tmp" + "/w/", "tmp" + "/bash")),
    r"\banthro" + "pic",
    r"\bsub-?" + r"agents?\b",
    "py" + r"pi\.org",
    "python" + "hosted",
    "npm" + r"js\.(?:org|com)",
    "crates" + r"\.io",
    "proxy" + r"\.golang",
    "hugging" + r"face\.co",
    r"--(?:extra-)?index" + "-url",
)


def anchor(heading):
    """The anchor of a heading, as the common Markdown renderers make it."""
    words = re.sub(r"[^\w\s-]", "", re.sub(r"[`*]", "", heading).lower())
    return words.strip().replace(" ", "-")


def broken(page, root):
    """Links of a page that lead nowhere inside the project."""
    for target in LINK.findall(CODE.sub("", page.read_text(encoding="utf-8"))):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, part = target.partition("#")
        path = (page.parent / name).resolve() if name else page
        if not path.exists() or not path.is_relative_to(root):
            yield target
        elif part and path.suffix == ".md":
            headings = HEADING.findall(path.read_text(encoding="utf-8"))
            if part not in {anchor(heading) for heading in headings}:
                yield target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_resolve(page):
    assert list(broken(page, ROOT)) == []


def test_a_broken_link_is_seen(tmp_path):
    page = tmp_path / "a.md"
    page.write_text("# One two\n[a](b.md) [c](#one-two) [d](#three) `[e](f.md)`", encoding="utf-8")

    assert list(broken(page, tmp_path)) == ["b.md", "#three"]


@pytest.mark.parametrize("name", [*NOUNS, *OTHERS])
def test_there_is_a_page(name):
    assert (ROOT / "docs" / f"{name}.md").is_file()


@pytest.mark.parametrize("name", [*NOUNS, *OTHERS])
def test_the_index_leads_to_every_page(name):
    if name != "index":
        assert f"({name}.md" in (ROOT / "docs" / "index.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "noun"), [item for item in NOUNS.items() if item[1]])
def test_a_page_tells_every_field_of_its_noun(name, noun):
    module, _, kind = noun.partition(":")
    fields = [
        one.name for one in dataclasses.fields(getattr(importlib.import_module(module), kind))
    ]
    told = (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")

    assert fields
    assert [one for one in fields if f"`{one}`" not in told] == []


@pytest.mark.parametrize("name", [name for name in NOUNS if name != "index"])
def test_a_page_tells_where_its_noun_fails(name):
    assert "\n## Where it fails\n" in (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")


def test_every_dependency_is_defended():
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project.get("optional-dependencies", {}).values()
    needed = [*project["dependencies"], *(one for extra in extras for one in extra)]
    names = {re.split(r"[\s<>=!~\[;]", one, maxsplit=1)[0] for one in needed}
    told = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")

    assert {name for name in names if f"| `{name}` |" not in told} == set()


@pytest.mark.parametrize("part", ["contexts", "limits"])
def test_what_is_written_from_the_code_is_fresh(part):
    done = subprocess.run(
        [sys.executable, str(ROOT / "docs" / "generate.py"), part, "--check"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr


def test_the_examples_are_those_of_a_run_over_the_sample_case():
    done = subprocess.run(
        [sys.executable, str(ROOT / "docs" / "generate.py"), "examples", "--check"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr


def tracked():
    done = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.skip("not a checkout: the list of tracked files is git's")
    return [ROOT / name for name in done.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_no_file_tells_where_it_was_made():
    looked = re.compile("|".join(WORKPLACE), re.IGNORECASE)
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in tracked()
        if path.suffix not in {".png", ".pdf"}
        for match in looked.finditer(path.read_text(encoding="utf-8", errors="replace"))
    ]

    assert found == []


@pytest.mark.parametrize(
    "words", ["see /" + "work/notes", "mail " + "anthro" + "pic", "py" + "pi.org"]
)
def test_a_word_of_the_workplace_is_seen(words):
    assert re.search("|".join(WORKPLACE), words, re.IGNORECASE)
