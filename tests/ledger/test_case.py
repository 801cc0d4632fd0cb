import sqlite3
import subprocess
import sys
import time

import pytest

from allsource.errors import CaseError, IntegrityError, UsageError
from allsource.ledger.blobs import sha256
from allsource.ledger.case import Case, is_case
from allsource.ledger.chain import Chain
from allsource.model.claim import Attribution, Claim, Content, Cue, Source
from allsource.model.document import Document, document_id
from allsource.model.span import Span

TEXT = "Orlan Works said it built 40 drones.\n\nNobody else was asked."
ORIGINAL = TEXT.encode()


def a_document(text=TEXT, path="a.txt"):
    digest = sha256(text.encode())
    return Document(document_id(digest), digest, path, text, "text")


def a_claim(document):
    source = Source("Orlan Works", (Span(0, 11),), "organization", "Orlan Works", "ent_1")
    said = Attribution(source, Cue("said", (Span(12, 16),)), Content((Span(17, 35),)))
    return Claim(document, Span(0, 35), Span(17, 35), (said,), "indirect")


@pytest.fixture
def case(tmp_path):
    with Case(tmp_path / "x.case", create=True) as case:
        yield case


def fill(case, text=TEXT):
    document = a_document(text)
    with case.transaction():
        kept = case.keep_document(document, text.encode(), [Span(0, len(text))])
        if kept:
            case.keep_claims(document, "1", [a_claim(document)] if text == TEXT else [])
    return document


def test_what_was_kept_comes_back_equal(case):
    document = fill(case)

    assert list(case.documents()) == [document]
    assert [(c.id, c.text, c.source.name) for c in case.claims()] == [
        (a_claim(document).id, "Orlan Works said it built 40 drones", "Orlan Works")
    ]
    assert case.original(document) == ORIGINAL
    assert case.extracted_by(document) == "1"


def test_keeping_the_same_again_enters_nothing(case):
    fill(case)
    before = case._chain.db.execute("SELECT count(*) FROM entry").fetchone()
    fill(case)

    assert case._chain.db.execute("SELECT count(*) FROM entry").fetchone() == before


def test_a_failed_transaction_leaves_nothing(case):
    def fail_half_way():
        with case.transaction():
            case.keep("hop", "hop_1", {"a": 1})
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_half_way()

    assert case.kept("hop", "hop_1") is None


def test_the_newest_entry_stands_and_the_older_stays(case):
    for body in ({"a": 1}, {"a": 2}, {"a": 2}):
        with case.transaction():
            case.keep("hop", "hop_1", body)

    assert case.kept("hop", "hop_1") == {"a": 2}
    assert case.history("hop", "hop_1") == [{"a": 1}, {"a": 2}]
    assert list(case.all_kept("hop")) == [("hop_1", {"a": 2})]


@pytest.mark.parametrize("statement", ["UPDATE entry SET body = '{}'", "DELETE FROM entry"])
def test_the_ledger_refuses_change(case, statement):
    fill(case)

    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        case._chain.db.execute(statement)


def test_a_whole_case_has_no_problems(case):
    fill(case)
    fill(case, "Another page.")

    assert list(case.problems()) == []


def tamper_body(case):
    db = case._chain.db
    db.execute("DROP TRIGGER entry_is_never_changed")
    db.execute("UPDATE entry SET body = replace(body, '40', '41') WHERE kind = 'claim'")


def tamper_body_and_trigger(case):
    db = case._chain.db
    sql = db.execute("SELECT sql FROM sqlite_master WHERE name LIKE '%changed'").fetchone()[0]
    tamper_body(case)
    db.execute(sql)


def tamper_tail(case):
    db = case._chain.db
    sql = db.execute("SELECT sql FROM sqlite_master WHERE name LIKE '%deleted'").fetchone()[0]
    db.execute("DROP TRIGGER entry_is_never_deleted")
    db.execute("DELETE FROM entry WHERE seq = (SELECT max(seq) FROM entry)")
    db.execute(sql)


def tamper_middle(case):
    db = case._chain.db
    sql = db.execute("SELECT sql FROM sqlite_master WHERE name LIKE '%deleted'").fetchone()[0]
    db.execute("DROP TRIGGER entry_is_never_deleted")
    db.execute("DELETE FROM entry WHERE seq = 2")
    db.execute(sql)


def tamper_head(case):
    (case.folder / "HEAD").unlink()


def tamper_evidence(case):
    blob = next((case.folder / "evidence" / "sha256").glob("*/*"))
    blob.write_bytes(blob.read_bytes() + b" ")


def remove_evidence(case):
    for blob in (case.folder / "evidence" / "sha256").glob("*/*"):
        blob.unlink()


def foreign_evidence(case):
    (case.folder / "evidence" / "sha256" / "ab").mkdir(exist_ok=True)
    (case.folder / "evidence" / "sha256" / "ab" / "planted").write_text("x")


@pytest.mark.parametrize(
    "tamper",
    [
        tamper_body,
        tamper_body_and_trigger,
        tamper_tail,
        tamper_middle,
        tamper_head,
        tamper_evidence,
        remove_evidence,
        foreign_evidence,
    ],
)
def test_every_change_is_found(case, tamper):
    fill(case)
    assert list(case.problems()) == []

    tamper(case)

    assert list(case.problems())


def test_changed_evidence_is_never_read(tmp_path):
    with Case(tmp_path / "c", create=True) as case:
        document = fill(case)
        blob = case.folder / "evidence" / "sha256" / document.sha256[:2] / document.sha256
        blob.write_bytes(b"other")

        with pytest.raises(IntegrityError, match="not what was kept"):
            case.original(document)


def test_a_head_that_lags_behind_after_a_kill_is_no_problem(case):
    fill(case)
    head = (case.folder / "HEAD").read_text()
    fill(case, "Another page.")
    (case.folder / "HEAD").write_text(head)

    assert list(case.problems()) == []


def test_a_garbled_file_is_an_integrity_error(tmp_path):
    (tmp_path / "ledger.sqlite").write_bytes(b"no database at all" * 100)

    with pytest.raises(IntegrityError, match="restore"):
        Case(tmp_path)


def test_no_case_is_said_with_the_next_step(tmp_path):
    assert not is_case(tmp_path)
    with pytest.raises(CaseError, match="allsource assess"):
        Case(tmp_path)


def test_search_prints_the_stored_text(case):
    text = "First line.\n\nThe “Osprey” plant in Belmora.\n\nLast."
    document = a_document(text)
    spans = [Span(0, 11), Span(13, 44), Span(46, 51)]
    with case.transaction():
        case.keep_document(document, text.encode(), spans)

    assert [(h.document, h.span, h.text) for h in case.search("osprey plant")] == [
        (document.id, spans[1], spans[1].of(text))
    ]
    assert list(case.search('"plant osprey"')) == []
    assert list(case.search("osprey OR first")) == []
    assert list(case.search("first* NEAR(")) == []


@pytest.mark.parametrize("query", ["", '""', "* ( )", '"'])
def test_an_empty_query_is_refused(case, query):
    with pytest.raises(UsageError):
        list(case.search(query))


WRITER = """
import sys
from pathlib import Path
from allsource.ledger.case import Case
with Case(Path(sys.argv[1]), create=True) as case:
    for number in range(int(sys.argv[3])):
        with case.transaction():
            case.keep("hop", f"hop_{sys.argv[2]}_{number}", {"n": number})
        print(number, flush=True)
"""


def write(folder, name, count):
    command = [sys.executable, "-c", WRITER, str(folder), name, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_two_processes_at_once_lose_nothing(tmp_path):
    writers = [write(tmp_path / "c", name, 150) for name in ("a", "b")]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    for writer in writers:
        writer.stdout.close()

    with Case(tmp_path / "c") as case:
        assert len(list(case.all_kept("hop"))) == 300
        assert list(case.problems()) == []


def test_a_killed_writer_keeps_what_it_committed(tmp_path):
    writer = write(tmp_path / "c", "a", 1_000_000)
    seen = [int(writer.stdout.readline()) for _ in range(50)]
    time.sleep(0.05)
    writer.kill()
    writer.wait()
    writer.stdout.close()

    with Case(tmp_path / "c") as case:
        kept = {body["n"] for _, body in case.all_kept("hop")}
        assert kept >= set(seen)
        assert list(case.problems()) == []
        with case.transaction():
            case.keep("hop", "hop_after", {"n": -1})
        assert list(case.problems()) == []


def test_a_chain_opened_twice_reads_while_it_writes(tmp_path):
    first, second = Chain(tmp_path, create=True), Chain(tmp_path, create=True)
    with first.transaction():
        first.append("k", "1", {"a": 1})
        assert second.newest("k", "1") is None
    assert second.newest("k", "1") == {"a": 1}
    first.close()
    second.close()
