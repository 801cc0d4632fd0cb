"""Which files does a folder hold that can be read as evidence?

The tree is walked without recursion, names in sorted order, so that the same
folder gives the same inputs on every machine. Folders behind symbolic links are
never entered and links out of the folder never followed: each becomes a
failure, as does every file of a kind that is not read. Hidden entries and case
folders (``NAME.case``, or with a ledger in them) are left out.

It fails to see a file that appears while the walk goes on.
"""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from allsource.evidence.kinds import ENDINGS, OBSERVED
from allsource.model.failure import Failure

__all__ = ["Input", "safe_name", "walk"]

_KINDS = ", ".join(ENDINGS)


@dataclass(frozen=True, slots=True)
class Input:
    """A file to be read.

    Args:
        path: where it is; links are already resolved.
        name: relative to the folder, unique in it and safe to show.
    """

    path: Path
    name: str


def safe_name(name: str) -> str:
    r"""Write a file name so that it can be shown: one line, no control or bidi characters.

    Different names stay different. Reach for it wherever a name that was read from a disk
    or an archive is kept or printed.

    Example:
        >>> safe_name("a\nb.txt")
        'a\\nb.txt'
    """
    if name.isprintable() and "\\" not in name:
        return name
    return "".join(_shown(letter) for letter in name)


def walk(folder: Path) -> Iterator[Input | Failure]:
    """Give every readable file below a folder, and a failure for each that is not.

    Args:
        folder: a folder, or one file.

    Returns:
        Inputs and failures in the sorted order of their names.

    Example:
        >>> [type(found).__name__ for found in walk(Path("no such folder"))]
        ['Failure']
    """
    try:
        root = folder.resolve(strict=True)
    except (OSError, RuntimeError) as error:
        yield Failure(safe_name(str(folder)), _why(error), "give a folder that exists")
        return
    if root.is_dir():
        yield from _walk_below(root)
    else:
        yield _file(root, safe_name(root.name), root.stat().st_mode)


def _walk_below(root: Path) -> Iterator[Input | Failure]:
    """Go through the tree with a stack: the next entry in order is on its top."""
    waiting: list[Path] = [root]
    while waiting:
        path = waiting.pop()
        name = safe_name(path.relative_to(root).as_posix())
        try:
            mode = path.lstat().st_mode
            if stat.S_ISDIR(mode):
                waiting.extend(_entries(path))
            elif stat.S_ISLNK(mode):
                yield _link(root, path, name)
            else:
                yield _file(path, name, mode)
        except (OSError, RuntimeError) as error:
            yield Failure(name, _why(error), "check its permissions and its name")


def _entries(folder: Path) -> list[Path]:
    """Give what a folder holds, last first, without what is left out."""
    with os.scandir(folder) as entries:
        names = [entry.name for entry in entries if not _left_out(entry)]
    return [folder / name for name in sorted(names, key=os.fsencode, reverse=True)]


def _left_out(entry: "os.DirEntry[str]") -> bool:
    if entry.name.startswith("."):
        return True
    folder = entry.is_dir(follow_symlinks=False)
    return folder and (entry.name.endswith(".case") or Path(entry, "ledger.sqlite").is_file())


def _link(root: Path, path: Path, name: str) -> Input | Failure:
    target = path.resolve(strict=True)
    if not target.is_relative_to(root):
        return Failure(
            name, "it is a symbolic link that leads out of the folder", "copy the file itself here"
        )
    if target.is_dir():
        return Failure(
            name,
            "it is a symbolic link to a folder of the same tree, which is not entered twice",
            "remove the link; what the folder holds is read at its own place",
        )
    return _file(target, name, target.stat().st_mode)


def _file(path: Path, name: str, mode: int) -> Input | Failure:
    if not stat.S_ISREG(mode):
        return Failure(
            name, "it is not a regular file (a pipe, socket or device)", "remove it from the folder"
        )
    ending = os.path.splitext(name)[1].lower()  # noqa: PTH122 - `name` is no path of this machine
    if ending not in ENDINGS and ending not in OBSERVED:
        return Failure(
            name,
            f"not a kind that is read: {ending or 'a name without an ending'}",
            f"save it as one of {_KINDS}",
        )
    return Input(path, name)


def _why(error: OSError | RuntimeError) -> str:
    if isinstance(error, OSError) and error.strerror and "symbolic link" not in error.strerror:
        return f"it cannot be read ({error.strerror.lower()})"
    return "it is a symbolic link that leads back to itself"


def _shown(letter: str) -> str:
    if letter.isprintable() and letter != "\\":
        return letter
    return letter.encode("unicode_escape", "surrogatepass").decode("ascii")
