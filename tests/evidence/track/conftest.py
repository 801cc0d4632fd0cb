"""SYNTHETIC tracks: every position in these tests is invented; no such flight was flown."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
from bench.tracks import invented

from allsource.evidence.track.airports import bundled
from allsource.evidence.track.read import read_tracks


@pytest.fixture(scope="session")
def made():
    return invented


@pytest.fixture(scope="session")
def rows():
    return invented.flown(invented.LISBON, invented.MADRID)


@pytest.fixture(scope="session")
def airports():
    return bundled()


@pytest.fixture
def told(airports):
    """Read files as of a day long after the invented flights."""

    def read(*paths, now=invented.NOW, **options):
        return read_tracks(list(paths), airports, now=now, **options)

    return read
