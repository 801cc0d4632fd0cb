"""Every documented field is used by a template, and a template uses no other name."""

from dataclasses import fields, is_dataclass
from importlib.resources import files

import pytest
from jinja2 import meta, nodes

from allsource.report import (
    bearing_contexts,
    chart_contexts,
    claim_contexts,
    contexts,
    judgement_contexts,
)
from allsource.report.page import environment

TEMPLATES = {
    name: files("allsource.report").joinpath("templates", name).read_text(encoding="utf-8")
    for name in ("frame.html.j2", "parts.html.j2", "dossier.html.j2", "check.html.j2")
}
OWN = {"style", "script", "policy"}


def undeclared(*names):
    env, found, imported = environment(), set(), set()
    for name in names:
        tree = env.parse(TEMPLATES[name])
        found |= meta.find_undeclared_variables(tree)
        for one in tree.find_all(nodes.FromImport):
            imported |= {each[1] if isinstance(each, tuple) else each for each in one.names}
    return found - imported


@pytest.mark.parametrize(
    ("template", "context"),
    [("dossier.html.j2", contexts.DossierContext), ("check.html.j2", contexts.CheckContext)],
)
def test_a_template_uses_exactly_the_fields_of_its_context(template, context):
    assert {field.name for field in fields(context)} | OWN == undeclared("frame.html.j2", template)


@pytest.mark.parametrize(
    "context",
    [
        getattr(module, n)
        for module in (
            contexts,
            claim_contexts,
            chart_contexts,
            bearing_contexts,
            judgement_contexts,
        )
        for n in module.__all__
    ],
)
def test_every_field_says_what_it_is_and_is_used(context):
    assert is_dataclass(context)
    for field in fields(context):
        assert field.metadata["help"]
        assert field.name in " ".join(TEMPLATES.values()), (
            f"{context.__name__}.{field.name} is used nowhere"
        )


def test_escaping_is_always_on():
    assert environment().autoescape is True
    assert "<b>" not in environment().from_string("{{ x }}").render(x="<b>")
    assert "|safe" not in "".join(TEMPLATES.values()).replace(" ", "")
