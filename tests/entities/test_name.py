import pytest

from allsource.entities.folding import LONGEST
from allsource.entities.name import kind_of, read_name
from allsource.errors import UsageError


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Dr. VELLMAR, Anna Maria", ("anna", "maria", "vellmar")),
        ("Sheikh Karim bin Tarrin al-Vellad", ("karim", "tarrin", "vellad")),
        ("Abd al-Rahman Vellad", ("abdrahman", "vellad")),
        ("Abdelrahman Vellad", ("abdrahman", "vellad")),
        ("Jamaluddin Vellad", ("jamal", "vellad")),
        ("Abu Tarrin al-Vellad", ("abutarrin", "vellad")),
        ("Stephen King", ("stephen", "king")),
        ("bin al", ("bin", "al")),
        ("Ben Vellad", ("ben", "vellad")),
        ("Karim ben Vellad", ("karim", "vellad")),
        ("Prime Minister Vellad", ("vellad",)),
        ("عبد الرحمن الحربي", ("abdrhmn", "hrby")),
        ("", ()),
    ],
)
def test_a_persons_name_is_read_into_its_parts(text, parts):
    assert read_name(text).parts == parts


def test_a_generation_is_set_aside():
    assert read_name("Karim Vellad Jr.").generation == "jr"
    assert read_name("Karim Vellad").generation is None


def test_rare_parts_tell_more():
    name = read_name("Maria J. Petrovna Xqvellad")

    assert name.weights[3] > name.weights[0] > name.weights[1]
    assert name.initials == {1}
    assert name.patronymics == {2}


@pytest.mark.parametrize(
    ("text", "parts", "numbers", "forms"),
    [
        ("The Orlan Works Aktiengeselschaft", ("orlan", "works"), (), ["ag"]),
        ('ООО "Орлан"', ("orlan",), (), ["ooo"]),
        ("OrlanAG", ("orlan",), (), ["ag"]),
        ("O.R.L. Company", ("orl",), (), ["company"]),
        ("Brigade Forty-Four", ("brigade",), (44,), []),
        ("Orlan Fund II, Ltd.", ("orlan", "fund"), (2,), ["ltd"]),
        ("Ltd", ("ltd",), (), []),
        ("Vellsong No. 3", ("vellsong",), (3,), []),
        ("Mashinostroitelny Zavod Vell", ("machinebuilding", "factory", "vell"), (), []),
        ("Machine-Building Factory Vell", ("machinebuilding", "factory", "vell"), (), []),
        ("Orlan Investment Bank", ("orlan", "investment", "bank"), (), []),
        ("Orlan Traiding", ("orlan", "trade"), (), []),
        ("Republic of Orlania Ministry", ("orlania", "ministry"), (), []),
    ],
)
def test_the_name_of_a_body_is_read_into_words_numbers_and_legal_form(text, parts, numbers, forms):
    name = read_name(text, "organization")

    assert (name.parts, name.numbers) == (parts, numbers)
    assert [one.form for one in name.forms] == forms


def test_the_prefix_of_a_ship_goes():
    assert read_name("M/V Vell Star", "vessel").parts == ("vell", "star")


def test_words_of_several_languages_become_one():
    one, other = (
        read_name(text, "organization").parts[0] for text in ("Ministerio Vell", "Ministry of Vell")
    )
    assert one == other


@pytest.mark.parametrize(
    ("schema", "name", "kind"),
    [
        ("Person", "Vell Trading", "person"),
        ("LegalEntity", "Vell", "organization"),
        ("", "Vell Trading", "organization"),
        ("", "General Vell", "person"),
        ("", "Anna Vell", "person"),
        ("Airplane", "Vell 12", "aircraft"),
    ],
)
def test_the_kind_is_the_schemas_or_asked_of_the_name(schema, name, kind):
    assert kind_of(schema, name) == kind


def test_a_text_is_no_name():
    with pytest.raises(UsageError, match="more than"):
        read_name("x" * (LONGEST + 1))
    assert len(read_name("vell " * 300).parts) < 30
