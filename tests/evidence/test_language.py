import subprocess
import sys

import pytest

from allsource.evidence.language import language
from allsource.model.document import Furniture
from allsource.model.span import Span

ENGLISH = (
    "The hall that the port opened on Monday is the largest of its kind, and it has ten docks."
)
GERMAN = (
    "Die Halle, die der Hafen am Montag eröffnet hat, ist die größte ihrer Art und hat zehn Docks."
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ENGLISH, "en"),
        (GERMAN, "de"),
        (
            "Зал, который порт открыл в понедельник, является крупнейшим в своём роде и имеет доки.",
            "ru",
        ),
        (
            "Le hall que le port a ouvert lundi est le plus grand de son genre et compte dix quais.",
            "fr",
        ),
        ("سالنی که بندر روز دوشنبه افتتاح کرد بزرگترین سالن در نوع خود است و ده اسکله دارد.", "fa"),
        ("Harbour opens hall", None),
        ("", None),
        ("12 34 56 " * 40, None),
    ],
)
def test_tells_the_language_or_says_nothing(text, code):
    assert language(text) == code


def test_short_english_headlines_and_names_are_not_called_foreign():
    for text in (
        "Orlan Works Velm Quay harbour ferries: third hall opened by Dr. Ada Quill of Sundhall on Monday",
        "Output: 1,100 ferries. Price: $118,000. Share of parts made in the country: 85 percent.",
    ):
        assert language(text) in {"en", None}


def test_furniture_is_not_looked_at():
    text = ENGLISH + "\n" + GERMAN
    marks = (Furniture(Span(0, len(ENGLISH)), "promotion", "x"),)
    assert language(text, marks) == "de"


def test_plain_english_does_not_load_the_identifier():
    code = (
        "import sys; from allsource.evidence.language import language;"
        f"assert language({ENGLISH!r}) == 'en'; assert 'py3langid' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
