import pytest

from allsource.entities.gazetteer import areas, places_called
from allsource.entities.located import Surroundings, located
from allsource.model.span import Span


def where(name, text, *others):
    spans = [Span(text.index(name), text.index(name) + len(name))]
    return located(name, spans, Surroundings.of(text, [name, *others]))


@pytest.mark.parametrize(
    ("name", "text", "state"),
    [
        ("Paris", "The plant in Paris, Texas, closed.", "United States"),
        ("Paris", "The fair in Paris was full, French dealers said.", "France"),
        ("Tripoli", "The ship left Tripoli, the Libyan port.", "Libya"),
        ("Tripoli", "The ship left Tripoli.\nLebanon had asked for it.", None),
        ("Tripoli", "The ship left Tripoli. Lebanon had asked for it.", "Lebanon"),
        ("Paris", "The fair in Paris was full.", None),
    ],
)
def test_the_text_decides_or_nothing_does(name, text, state):
    found = where(name, text)

    assert (found.place.state if found.place else None) == state
    assert bool(found.why) == (state is not None)


def test_a_neighbour_decides():
    found = where("Cartagena", "It left Cartagena for Barranquilla.", "Barranquilla")

    assert found.place.state == "Colombia"
    assert "Barranquilla" in found.why


def test_candidates_are_told_where_nothing_decides():
    assert len(where("Alexandria", "It left Alexandria.").candidates) > 1


def test_spellings_of_one_place_are_one():
    assert places_called("Kiev") == places_called("Kyiv")
    assert places_called("Masqat") == places_called("Muscat")


@pytest.mark.parametrize("name", ["Quorvel", "NBC", "Va.", "Asia", "", "'", "x" * 5_000])
def test_what_is_no_place(name):
    assert places_called(name) == ()


def test_a_country_is_no_town():
    assert located("Ukraine", [Span(0, 7)], Surroundings.of("Ukraine met.", ["Ukraine"])) is None
    assert areas()["Ukrainian"].country == "UA"
