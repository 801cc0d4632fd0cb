import bench.worst
from bench.worst import Error, around, write


def test_a_stretch_is_marked_with_what_stands_beside_it():
    assert around("The old\nyard closed.", 8, 12) == "The old ⟦yard⟧ closed."


def test_the_worst_hundred_of_each_question_are_written(tmp_path, monkeypatch):
    monkeypatch.setattr(bench.worst, "OUT", tmp_path / "out")
    errors = [Error("unit", f"case {n}", "words", "tonne", "ton", weight=n) for n in range(120)]
    page = write("amounts", [*errors, Error("rate", "case x", "words", "a", "b")]).read_text(
        "utf-8"
    )
    assert "## unit: 100 of 120" in page
    assert "## rate: 1 of 1" in page
    assert page.index("case 119") < page.index("case 20")
    assert "case 19**" not in page
