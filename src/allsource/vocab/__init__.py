"""Vocabulary as data: which words mean what at the desk?

Each ``*.yaml`` file of this folder opens with a comment that says who reads it.
Entries carry an example and where the wording was observed. Precision over
quantity: a word is listed when it decides rightly nearly always.
"""

from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["load"]


@cache
def load(name: str) -> Any:
    """Read ``vocab/NAME.yaml`` once.

    Args:
        name: file name without its ending.

    Returns:
        The parsed YAML. Shared between callers: never change it.

    Raises:
        FileNotFoundError: there is no such vocabulary.
    """
    import yaml  # noqa: PLC0415 - keeps `import allsource` light

    text = files(__package__).joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    quick = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(text, Loader=quick)  # noqa: S506 - both loaders are the safe ones
