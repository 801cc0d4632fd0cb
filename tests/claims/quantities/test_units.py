import pytest

from allsource import vocab

UNITS = vocab.load("units")


@pytest.fixture(scope="session")
def registry():
    import pint

    return pint.UnitRegistry()


@pytest.mark.parametrize("entry", [e for e in UNITS if "pint" in e], ids=lambda e: e["name"])
def test_pint_knows_each_unit_by_its_name_there(registry, entry):
    assert registry.parse_units(entry["pint"]) is not None


def test_names_are_told_once():
    names = [entry["name"] for entry in UNITS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("line", "unit", "per"),
    [
        ("It weighs 30kg.", "kilogram", None),
        ("It flies at 185 km/h.", "kilometre", "hour"),
        ("It flies at 110 mph.", "mile", "hour"),
        ("It needs 12 billion cubic metres annually.", "cubic metre", "year"),
        ("The hall adds 12,000 sq m.", "square metre", None),
        ("It took in 155-millimetre shells.", "millimetre", None),
        ("A 150-kW motor was tested.", "kilowatt", None),
        ("It fell by 3 percentage points.", "percentage point", None),
        ("The mast is 37m tall.", "metre", None),
        ("It used 12.3m tonnes of ore.", "tonne", None),
        ("The line makes 40 engines a week.", "engine", "week"),
        ("The line makes 40 engines every day.", "engine", "day"),
        ("It runs 40 daily flights.", "flight", "day"),
        ("It has six-cylinder engines.", "cylinder", None),
        ("It has 40 charging stations.", "station", None),
        ("It has 40 coal-fired power plants.", "plant", None),
        ("It owns 40 bulk carriers.", "carrier", None),
        ("It employs 40 people.", "person", None),
        ("It has 40 Merrow drones.", "drone", None),
        ("It sold 40 engines a month later.", "engine", None),
    ],
)
def test_unit_and_rate(read, line, unit, per):
    (found,) = read(line)
    assert (found.unit, found.per) == (unit, per)
