"""How likely is each place? Fits the figures of ``chances`` in ``vocab/track.yaml`` on the dev half.

    python bench/tracks/fit.py FOLDER [SAMPLES]

``FOLDER`` holds the labelled flights, ``SAMPLES`` the sample tracks of the ``traffic`` package. Each end of each dev flight is cut by each of the set minutes; the figures are those of the largest
likelihood of the true place, drawn a little to zero. It prints them; they are written into the vocabulary by hand.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.tracks import flights, samples
from bench.tracks.flights import CUTS, SIDES, Flight, cut

from allsource.evidence.track.airports import Airports, bundled
from allsource.evidence.track.chances import COEFFICIENTS, Side, features
from allsource.evidence.track.ends import situation

DRAWN = 0.005
Case = tuple[Side, NDArray[np.float64], int]


def cases(flights: Iterable[Flight], airports: Airports) -> Iterator[Case]:
    for flight in flights:
        for side in SIDES:
            leg = flight.legs[0 if side == "departure" else -1]
            ground = leg.before if side == "departure" else leg.after
            true = flight.truth[side]
            if len(ground) == 0 or true is None:
                continue
            for minutes in CUTS:
                air = cut(leg, side, minutes)
                if air is not None:
                    rows, one = situation(side, air, airports)
                    names = [airports.idents[row] for row in rows]
                    yield side, features(one), names.index(true) if true in names else len(names)


def loss(figures: NDArray[np.float64], found: list[Case]) -> float:
    total = DRAWN * len(found) / 10 * float(figures @ figures)
    for _, rows, at in found:
        scores = rows @ figures
        top = scores.max()
        total -= float(scores[at] - top - np.log(np.exp(scores - top).sum()))
    return total / len(found)


def main() -> int:
    airports = bundled()
    found = list(cases(flights.flights(Path(sys.argv[1]), "dev", airports), airports))
    if len(sys.argv) > 2:
        found += cases(samples.flights(Path(sys.argv[2]), "dev", airports), airports)
    for side in SIDES:
        some = [one for one in found if one[0] == side]
        start = np.zeros(len(COEFFICIENTS))
        # Going up never speaks for a landing: that figure is not let below zero.
        bounds = [(0.0 if name == "elsewhere_up" else None, None) for name in COEFFICIENTS]
        fitted = minimize(loss, start, args=(some,), method="L-BFGS-B", bounds=bounds)
        print(f"  {side}: # {len(some)} ends, mean log loss {fitted.fun:.3f}")
        for name, value in zip(COEFFICIENTS, fitted.x, strict=True):
            print(f"    {name}: {value:.2f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
