"""The invented newsrooms are the same everywhere, and their truth is true of their pages."""

import csv
import hashlib

import pytest
from bench.newsrooms.facts import KINDS, State, changes
from bench.newsrooms.folder import write
from bench.newsrooms.hostile import TRICKS, hostile
from bench.newsrooms.own import half
from bench.newsrooms.story import story
from bench.newsrooms.tally import Tally, bcubed
from bench.newsrooms.truth import load
from bench.newsrooms.values import Law, copying, independent, majority, oracle, thin
from bench.newsrooms.values import write as write_values

from allsource.evidence.read import read_input
from allsource.evidence.walk import walk


@pytest.fixture(scope="module", params=["story", "hostile"])
def world(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp(request.param)
    made = story(1) if request.param == "story" else hostile(1, copies=40)
    write(made.articles, made.cast, folder)
    documents = [d for one in walk(folder / "articles") for d in read_input(one).documents]
    return load(folder), {d.path.rpartition("/")[2]: d for d in documents}


def digest(folder):
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return hashlib.sha256(b"\f".join(path.read_bytes() for path in files)).hexdigest()


def test_the_same_seed_gives_the_same_bytes(tmp_path):
    for name in ("one", "two"):
        made = story(7)
        write(made.articles, made.cast, tmp_path / name)
    other = story(8)
    write(other.articles, other.cast, tmp_path / "other")
    assert digest(tmp_path / "one") == digest(tmp_path / "two") != digest(tmp_path / "other")


def test_every_page_is_read_and_marked_as_invented(world):
    truth, documents = world
    assert {one.path for one in truth.articles} == documents.keys()
    assert all(document.synthetic for document in documents.values())


def test_outlets_and_dates_are_read_as_they_were_written(world):
    truth, documents = world
    for one in truth.articles:
        document = documents[one.path]
        assert document.outlet.casefold() == one.outlet.casefold()
        assert document.published == one.published


def test_every_claim_of_the_truth_stands_on_its_page(world):
    truth, documents = world
    paths = {one.id: one.path for one in truth.articles}
    for told in truth.claims:
        text = documents[paths[told.article]].text
        assert told.sentence in text
        assert told.words in told.sentence


def test_a_claim_is_taken_from_a_parent_of_its_article_and_keeps_its_root(world):
    truth, _ = world
    parents = {one.id: one.parents for one in truth.articles}
    of = {told.id: told for told in truth.claims}
    taken = [told for told in truth.claims if told.parent]
    assert taken
    for told in taken:
        parent = of[told.parent]
        assert parent.article in parents[told.article]
        assert (parent.root, parent.fact) == (told.root, told.fact)
        assert set(told.changes) == changes(told.state, parent.state) <= set(KINDS)


def test_no_article_is_made_from_itself(world):
    truth, _ = world
    assert not any(one.id in truth.ancestors(one.id) for one in truth.articles)


def test_every_outlet_credited_is_named_on_the_page(world):
    truth, documents = world
    for one in truth.articles:
        text = documents[one.path].text
        for credited in one.credits:
            name = credited.outlet.removeprefix("The ")
            initials = "".join(word[0] for word in name.split())
            assert name in text or f"({initials})" in text, (one.id, credited)


def test_worlds_hold_all_that_newsrooms_do():
    made = [story(seed) for seed in range(1, 9)]
    articles = [one for world in made for one in world.articles.values()]
    kinds = {kind for one in articles for kind in one.parents.values()}
    hows = {how for one in articles for _, how in one.credits}
    assert kinds == {"quotation", "rewrite", "revision", "primary_source"}
    assert {"named", "apart", "tag"} <= hows
    assert any(one.link for one in articles)
    assert any(not one.dated for one in articles)


def test_reposts_come_in_every_trick():
    made = hostile(1, copies=60)
    copies = [one for one in made.articles.values() if one.outlet.name.startswith("Mirror")]
    assert len(copies) == 60
    assert len(TRICKS) == 6
    assert any(one.backdated for one in copies)
    assert any("о" in one.items[0].sentence.text for one in copies), "a letter that looks alike"


def test_copying_follows_the_law():
    law = Law(copiers=12)
    world = copying(3, law)
    told = {(row.source, row.slot): row for row in world.rows}
    for child, (parent, rate) in world.copies.items():
        has = [slot for source, slot in told if source == parent]
        taken = [slot for slot in has if (child, slot) in told]
        assert abs(len(taken) / len(has) - rate) < 0.15
    assert {row.root for row in world.rows} >= set(world.accuracy)


def test_copiers_spoil_the_majority_and_not_the_roots():
    few = [copying(seed, Law(copiers=0)) for seed in range(4)]
    many = [copying(seed, Law(copiers=40)) for seed in range(4)]
    spoilt = sum(map(majority, few)) / 4 - sum(map(majority, many)) / 4
    assert spoilt > 0.1
    assert all(oracle(world) > majority(world) for world in many)
    assert all(majority(world) == oracle(world) for world in few)


def test_independent_and_thin_worlds_hold_no_copy():
    for world in (independent(1), thin(1)):
        assert world.copies == {}
        assert all(row.root == row.source for row in world.rows)
    assert len(thin(1).rows) / len(thin(1).slots) < 2


def test_values_are_written_for_fuse(tmp_path):
    world = copying(1, Law(slots=20))
    write_values(world, tmp_path)
    with (tmp_path / "claims.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [tuple(row.values()) for row in rows] == [
        (row.slot, row.source, row.value) for row in world.rows
    ]
    assert {path.name for path in tmp_path.iterdir()} == {
        "claims.csv", "truth.csv", "roots.csv", "copies.json",
    }  # fmt: skip


def test_changes_are_the_difference_of_two_states():
    state = State(value=40.0, unit="tonne", period="week", scope="site", caveat=True, hedged=True)
    assert changes(state, state) == frozenset()
    other = State(value=41.0, unit="kilogram", period="year", negated=True, credited="", detail=3)
    assert changes(other, state) == set(KINDS)


def test_measures():
    assert bcubed({"a": 1, "b": 1, "c": 2}, {"a": 1, "b": 1, "c": 1}) == pytest.approx(
        (100.0, 100 * 5 / 9)
    )
    tally = Tally(1, 2, 4)
    tally += Tally(1, 1, 1)
    assert (tally.precision, tally.recall, tally.f1) == pytest.approx((200 / 3, 40.0, 50.0))


def test_the_halves_are_by_hash():
    assert {half(text) for text in ("a", "b", "c", "d", "e")} == {"dev", "reported"}
