"""How does a context become one safe, self-contained page?

Every value is escaped by the template engine; before that, characters that
would turn, hide or break a line are shown as their code points. Styles and the
one small script are the package's own, put into the page and allowed by their
hash alone: nothing else may load or run, and the page asks for nothing from
anywhere. Addresses found in documents are shown as text, never as links.
"""

import base64
import hashlib
from dataclasses import fields
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from allsource.assessment.printing import visible
from allsource.report.contexts import CheckContext, DossierContext

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["environment", "policy", "render"]


@lru_cache(maxsize=1)
def environment() -> "Environment":
    """Give the template engine: escaping always on, unknown names refused."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415

    return Environment(
        loader=PackageLoader("allsource.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _shown(value: Any) -> Any:
    """Show hidden characters of untrusted text; the package's own markup passes."""
    return visible(value) if type(value) is str else value


def render(template: str, context: DossierContext | CheckContext) -> str:
    """Render a page.

    Args:
        template: its name in ``templates``.
        context: what it may show.
    """
    from markupsafe import Markup  # noqa: PLC0415

    style, script = _asset("page.css"), _asset("page.js")
    values = {each.name: getattr(context, each.name) for each in fields(context)}
    own = {"style": Markup(style), "script": Markup(script), "policy": policy(style, script)}  # noqa: S704 - files of this package
    return environment().get_template(template).render({**values, **own})


def policy(style: str, script: str) -> str:
    """Give the content security policy that allows this style and this script alone.

    Example:
        >>> policy("", "").split(";")[0]
        "default-src 'none'"
    """
    return (
        f"default-src 'none'; style-src 'sha256-{_digest(style)}'; "
        f"script-src 'sha256-{_digest(script)}'; img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@lru_cache(maxsize=4)
def _asset(name: str) -> str:
    return files("allsource.report").joinpath("templates", name).read_text(encoding="utf-8").strip()
