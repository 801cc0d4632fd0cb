"""Where is the bundled case? Invented articles about an invented programme, and their key.

The articles are package data; ``README.md`` beside them is their data card. Nothing here is
evidence of anything real.
"""

from contextlib import AbstractContextManager
from importlib.resources import as_file, files
from pathlib import Path

from allsource.sample._truth import Truth

__all__ = ["Truth", "folder", "observed", "truth"]


def folder() -> AbstractContextManager[Path]:
    """The folder of articles, as a path for as long as the context is open.

    Reach for it to feed the sample to whatever reads a folder.

    Returns:
        A context that yields the path.

    Example:
        >>> with folder() as articles:
        ...     (articles / "feed.jsonl").exists()
        True
    """
    return as_file(files("allsource.sample") / "articles")


def observed() -> AbstractContextManager[Path]:
    """The folder of two articles with an invented flight, pictures and list beside them.

    Reach for it to see what sensors and lists say of reporting.

    Returns:
        A context that yields the path.

    Example:
        >>> with observed() as folder:
        ...     (folder / "airports.csv").exists()
        True
    """
    return as_file(files("allsource.sample") / "observed")


def truth() -> Truth:
    """What is true in the invented world, and what a reader should find.

    Reach for it to measure a result on the sample, never to make one.

    Returns:
        The key, read and checked.

    Raises:
        msgspec.ValidationError: ``truth.json`` does not have its shape.

    Example:
        >>> truth().fiction
        True
    """
    import msgspec  # noqa: PLC0415 - only readers of the key pay for it

    raw = (files("allsource.sample") / "truth.json").read_bytes()
    return msgspec.json.decode(raw, type=Truth)
