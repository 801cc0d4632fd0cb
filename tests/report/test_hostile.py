"""Whatever an article holds, it is shown and never acts."""

from html.parser import HTMLParser

import pytest

from hostile import ATTACKS, pages

OURS = {
    "html", "head", "meta", "title", "style", "body", "a", "p", "header", "h1", "h2", "h3", "dl", "dt",
    "dd", "div", "nav", "ol", "ul", "li", "main", "section", "span", "sup", "details", "summary", "table",
    "thead", "tbody", "tr", "th", "td", "q", "mark", "b", "strong", "script", "caption", "svg", "g",
    "line", "path", "circle", "text", "figure", "figcaption",
}  # fmt: skip


class Names(HTMLParser):
    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.tags, self.attributes, self.hrefs, self.scripts, self.shown = set(), set(), [], 0, ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)
        self.hrefs.extend(value for name, value in attrs if "href" in name)
        self.scripts += tag == "script"

    def handle_data(self, data):
        self.shown += data


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_hostile_article_is_inert(attack):
    for built in pages(attack):
        read = Names(built)

        assert read.tags <= OURS
        assert read.scripts == 1
        assert not [name for name in read.attributes if name.startswith("on") or name == "style"]
        assert all(href.startswith("#") for href in read.hrefs)
        assert "49" not in built[built.index("<title>") : built.index("</title>")]


@pytest.mark.parametrize("hidden", ["\u202e", "\x00", "\x1b", "\u2066"])
def test_characters_that_turn_or_hide_a_line_are_shown_as_code_points(hidden):
    for built in pages(f"be{hidden}fore"):
        assert hidden not in built
        assert f"be⟦U+{ord(hidden):04X}⟧fore" in Names(built).shown
        built.encode()
