"""Likelihood and confidence never share a sentence, and no sentence mixes two rows of ICD 203."""

import re
import subprocess
import sys
from html.parser import HTMLParser

import pytest

from allsource.assessment import wording
from allsource.vocab import load

ROWS = {word: row["term"] for row in load("wording")["likelihood"] for word in row["words"]}
ROWS |= {row["term"]: row["term"] for row in load("wording")["likelihood"]}
TERMS = re.compile(
    "|".join(rf"\b{re.escape(word)}\b" for word in sorted(ROWS, key=len, reverse=True)),
    re.IGNORECASE,
)
CONFIDENCE = re.compile(r"\bconfidence\b|\bconfident(ly)?\b", re.IGNORECASE)
BLOCKS = {"p", "li", "td", "th", "dt", "dd", "h1", "h2", "h3", "summary", "figcaption", "div", "tr"}
BLOCKS |= {"caption", "title", "text", "section", "table", "ul", "ol", "dl"}


def mixed(sentence):
    """What is wrong with one sentence, or None."""
    rows = {ROWS[found.lower()] for found in TERMS.findall(sentence)}
    if len(rows) > 1:
        return f"rows {sorted(rows)} in {sentence!r}"
    if rows and CONFIDENCE.search(sentence):
        return f"likelihood and confidence in {sentence!r}"
    return None


class Printed(HTMLParser):
    """The page's own sentences: quotations and the text of documents left out."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.parts, self.skip, self.depth = [""], 0, 0
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        if tag in {"q", "style", "script"}:
            self.skip += 1
        inside = "text" in (dict(attrs).get("class") or "").split()
        if tag == "div" and (self.depth or inside):
            self.depth += 1
        if tag in BLOCKS:
            self.parts.append("")

    def handle_endtag(self, tag):
        if tag in {"q", "style", "script"}:
            self.skip -= 1
        if tag == "div" and self.depth:
            self.depth -= 1
        if tag in BLOCKS:
            self.parts.append("")

    def handle_data(self, data):
        if not self.skip and not self.depth:
            self.parts[-1] += data

    def sentences(self):
        for part in self.parts:
            told = re.sub(r"“[^”]*”", "", part)
            yield from (one.strip() for one in re.split(r"(?<=[.!?])\s+", told) if one.strip())


@pytest.mark.parametrize("key", sorted(wording.templates()))
def test_no_template_can_print_likelihood_beside_confidence(key):
    template = wording.templates()[key]
    words, kinds = wording.literals(template), {kind for _, kind in template.slots}

    assert mixed(words) is None
    assert not ("likelihood" in kinds and CONFIDENCE.search(words))
    assert not ("likelihood" in kinds and TERMS.search(words))
    assert mixed(re.sub(r"“[^”]*”", "", load("wording")["templates"][key]["example"])) is None


@pytest.mark.parametrize("probability", [0.0, 0.03, 0.1, 0.3, 0.5, 0.7, 0.9, 0.97, 1.0])
def test_a_computed_likelihood_is_one_row_with_its_range(probability):
    said = wording.likelihood_sentence(probability, "the total was above 40")
    (term,) = {ROWS[found.lower()] for found in TERMS.findall(said)}
    low, high = wording.likelihood_range(term)

    assert mixed(said) is None
    assert low <= min(max(probability, 0.01), 0.99) <= high


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("It is very likely, with high confidence.", True),
        ("It is likely and almost certain.", True),
        ("It is very likely that output rose.", False),
        ("Confidence is low.", False),
    ],
)
def test_a_mixed_sentence_is_seen(sentence, wrong):
    assert (mixed(sentence) is not None) is wrong


def test_no_printed_sentence_of_the_sample_mixes_them(tmp_path):
    command = [sys.executable, "-m", "allsource", "demo", "--to", str(tmp_path), "-q"]
    assert subprocess.run(command, capture_output=True, timeout=300, check=False).returncode == 0
    told = [
        sentence
        for name in ("dossier.html", "observed.html")
        for sentence in Printed((tmp_path / name).read_text(encoding="utf-8")).sentences()
    ]

    assert len(told) > 500
    assert any(TERMS.search(one) for one in told)
    assert any(CONFIDENCE.search(one) for one in told)
    assert [found for one in told if (found := mixed(one))] == []
