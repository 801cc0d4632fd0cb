"""The speed bench writes the same articles everywhere, and they are what its data card says."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

ARTICLES = Path(__file__).resolve().parents[2] / "bench" / "speed" / "articles.py"
COUNT = 100


@pytest.fixture(scope="module")
def texts(tmp_path_factory):
    folder = tmp_path_factory.mktemp("articles")
    subprocess.run(
        [sys.executable, str(ARTICLES), str(folder), "--articles", str(COUNT)],
        check=True,
        capture_output=True,
    )
    return [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]


def test_the_articles_are_the_same_everywhere(texts):
    digest = hashlib.sha256("\f".join(texts).encode()).hexdigest()

    assert digest == "e66ad9131306a41a62ace309174a99a4aec8761969390ddabf34088ae9cf54ef"


def test_the_articles_have_the_length_of_news(texts):
    lengths = [len(text.split()) for text in texts]

    assert len(lengths) == COUNT
    assert 730 < sum(lengths) / COUNT < 770


def paragraphs(text):
    return {part for part in text.split("\n\n") if len(part.split()) > 12}


def test_every_fifth_article_repeats_paragraphs(texts):
    assert len(paragraphs(texts[3]) & paragraphs(texts[4])) == 3
    assert len(paragraphs(texts[0]) & paragraphs(texts[1])) == 0
