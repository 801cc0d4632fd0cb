"""In which files does each observation stand, and with what hash?

Files are hashed once, when an observation is found in them, so that a list of which nothing is kept costs nothing. It
fails for a file that changes between being read and being hashed.
"""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from allsource.evidence.observed import Sort
from allsource.evidence.walk import Input
from allsource.model.bearing import Exhibit
from allsource.model.imagery import SiteChange
from allsource.model.listing import Listing
from allsource.model.track import TrackLeg

__all__ = ["Exhibits"]


class Exhibits:
    """Gathers the files of observations; ``found`` gives them by id of the observation.

    Args:
        sorts: the files of a folder by sort.
    """

    def __init__(self, sorts: Mapping[Sort, Iterable[Input]]) -> None:
        self.found: dict[str, tuple[Exhibit, ...]] = {}
        self._hashes: dict[Path, str] = {}
        self._tracks = {str(one.path): one for one in sorts.get("track", ())}

    def of_leg(self, leg: TrackLeg, paths: Iterable[str], tables: Iterable[Input]) -> None:
        """Keep the files of a leg: its tracks, and the user's own tables that were used."""
        who = leg.aircraft.hex or leg.callsign or "the aircraft"
        rows = f"rows of {who} from {leg.departure.time} to {leg.arrival.time}"
        files = [self._of(self._tracks[path], rows) for path in paths]
        files += [self._of(one, "table of the user") for one in tables]
        self.found[leg.id] = tuple(files)

    def of_pictures(self, change: SiteChange, outlines: Iterable[Input]) -> None:
        """Keep both pictures and the outlines."""
        pictures = (change.before, change.after)
        self.found[change.id] = (
            *(Exhibit(one.path, one.sha256, "the whole picture", one.taken) for one in pictures),
            *(self._of(one, "outline") for one in outlines),
        )

    def of_entry(self, listing: Listing, file: Input, parts: Iterable[Input] = ()) -> None:
        """Keep the place of an entry in its list, and the other files of the list."""
        place = f"entry {listing.place.rpartition('#')[2]}, number {listing.uid}"
        rows = f"rows of number {listing.uid}"
        self.found[listing.id] = (
            self._of(file, place, listing.as_of),
            *(self._of(one, rows, listing.as_of) for one in parts),
        )

    def _of(self, file: Input, place: str, as_of: str | None = None) -> Exhibit:
        if file.path not in self._hashes:
            with file.path.open("rb") as opened:
                self._hashes[file.path] = hashlib.file_digest(opened, "sha256").hexdigest()
        return Exhibit(file.name, self._hashes[file.path], place, as_of)
