import random

import pytest

from allsource.lineage import postings as module
from allsource.lineage.candidates import candidates
from allsource.lineage.chronology import rank
from allsource.lineage.features import features
from allsource.lineage.postings import Postings, joined, keyed, settled
from strategies import page

WORDS = ["pier", "rope", "mast", "keel", "sail", "oar", "hull", "deck", "bow", "stern"]


def prose(seed, length=120):
    pick = random.Random(seed)  # noqa: S311 - invented prose, not a secret
    return " ".join(
        f"{pick.choice(WORDS)}{pick.choice(WORDS)}{pick.choice(WORDS)}" for _ in range(length)
    )


def pages():
    """Forty pages, every third of them a copy in part of an earlier one."""
    texts = [prose(n) if n % 3 else prose(n - 2)[:500] + prose(n, 40) for n in range(40)]
    return [page(t, path=f"{n}", published=f"2031-01-{1 + n % 28:02}") for n, t in enumerate(texts)]


def on_disk(documents, folder, at_once):
    folder.mkdir()
    found = Postings(folder, len(documents))
    made = list(keyed(iter(documents)))
    for start in range(0, len(made), at_once):
        found.add(made[start : start + at_once])
    done = list(joined(iter(found.parts())))
    rows = [row for part in settled(iter(done)) for row in part.tolist()]
    return {(documents[one].id, documents[other].id) for one, other in rows}


def in_memory(documents):
    ordered = sorted(documents, key=rank)
    return {
        (ordered[one].id, ordered[other].id)
        for one, other in candidates([features(document) for document in ordered])
    }


@pytest.mark.parametrize("part", [3, 16, 1000])
def test_pairs_on_disk_are_those_in_memory_for_any_number_of_parts(part, tmp_path, monkeypatch):
    monkeypatch.setattr(module, "_PART", part)
    documents = pages()
    found = in_memory(documents)
    assert len(found) >= 13
    assert on_disk(documents, tmp_path / "a", 7) == found


def test_the_order_of_documents_changes_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "_PART", 8)
    documents = pages()
    turned = documents[17:] + documents[:17][::-1]
    assert on_disk(turned, tmp_path / "a", 5) == on_disk(documents, tmp_path / "b", 40)


def test_no_document_and_empty_documents_give_nothing(tmp_path):
    assert on_disk([], tmp_path / "a", 1) == set()
    assert on_disk([page("", path=str(n)) for n in range(3)], tmp_path / "b", 1) == set()


def test_a_part_of_the_work_is_bounded_by_its_documents(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "_PART", 10)
    sizes = []
    real = module.collisions
    monkeypatch.setattr(
        module, "collisions", lambda *given: sizes.append(len(given[0])) or real(*given)
    )
    on_disk(pages(), tmp_path / "a", 40)
    assert len(sizes) == 4
    assert max(sizes) <= 2 * sum(sizes) / len(sizes)
