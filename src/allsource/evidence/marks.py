"""Does a table say of itself that it is invented?

Remarks are leading lines that open with ``#``; one that says ``synthetic`` marks the whole file. The mark is
for tables that have no field for it; it fails where a publisher's own remark uses the word in another sense.
"""

from collections.abc import Iterator

__all__ = ["marked", "without_remarks"]


def marked(opening: bytes) -> bool:
    r"""Say whether a leading remark marks a file as invented.

    Args:
        opening: its first bytes.

    Example:
        >>> marked(b"# SYNTHETIC: no such place\nident,type"), marked(b"ident\n# synthetic")
        (True, False)
    """
    for line in opening.removeprefix(b"\xef\xbb\xbf").splitlines():
        if not line.startswith(b"#"):
            return False
        if b"synthetic" in line.lower():
            return True
    return False


def without_remarks(lines: Iterator[str]) -> Iterator[str]:
    r"""Give the lines of a table without the remarks before its header.

    Example:
        >>> list(without_remarks(iter(["# synthetic\n", "a,b\n", "# 1,2\n"])))
        ['a,b\n', '# 1,2\n']
    """
    for line in lines:
        if not line.removeprefix("\ufeff").startswith("#"):
            yield line
            break
    yield from lines
