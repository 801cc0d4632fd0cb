from allsource.evidence.published import choose, date_in_url
from allsource.model.document import DateCandidate


def test_trusted_origins_win_whatever_their_order():
    offered = [
        DateCandidate("2031-05-09", "text", "guess"),
        DateCandidate("2031-05-06", "url", "address"),
        DateCandidate("2031-05-05", "given", "by the user"),
        DateCandidate("2031-05-04", "json-ld", "datePublished"),
    ]
    ordered, published, notes = choose(offered)
    assert published == "2031-05-05"
    assert [one.origin for one in ordered] == ["given", "json-ld", "url", "text"]
    assert "url says 2031-05-06" in notes[0] and "2031-05-09" not in notes[0]


def test_a_coarser_date_does_not_disagree_with_a_finer_one():
    offered = [DateCandidate("2031-05", "byline", "x"), DateCandidate("2031-05-04", "meta", "y")]
    assert choose(offered)[1:] == ("2031-05-04", ())


def test_guesses_and_the_making_of_a_pdf_are_kept_but_never_taken():
    offered = [
        DateCandidate("2031-05-09", "text", "guessed by htmldate"),
        DateCandidate("2031-05-08", "pdf", "the day the PDF file was made"),
    ]
    ordered, published, notes = choose(offered)
    assert published is None and len(ordered) == 2 and len(notes) == 2


def test_reads_dates_in_addresses():
    assert date_in_url("https://q.example/world/2031/05/04/halls").date == "2031-05-04"
    assert date_in_url("https://q.example/2031-may-4").date == "2031-05-04"
    assert date_in_url("https://q.example/2031/99/04/halls") is None
    assert date_in_url("https://q.example/item/20310504") is None
