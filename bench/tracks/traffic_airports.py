"""traffic: the airport nearest to the first or last position (``infer_airport``).

Run by the interpreter that ``ALLSOURCE_RIVAL_TRAFFIC`` names. From standard input one JSON object: ``airports``
(columns) and ``flights`` (each ``side`` and columns of positions). To standard output: ``found`` (an ICAO code a
flight), ``seconds`` of processor time, ``version``. Its own table would be downloaded; it is given ours.
"""

import json
import sys
from importlib import import_module
from importlib.metadata import version
from time import process_time
from types import SimpleNamespace


def main() -> int:
    given = json.load(sys.stdin)
    frames, core = import_module("pandas"), import_module("traffic.core")
    dataset = SimpleNamespace(data=frames.DataFrame(given["airports"]))
    found, seconds = [], 0.0
    for one in given["flights"]:
        columns = one["columns"]
        table = frames.DataFrame(columns)
        table["timestamp"] = frames.to_datetime(table["timestamp"], unit="s", utc=True)
        flight = core.Flight(table.assign(icao24="000001", callsign="XXX1"))
        began = process_time()
        said = flight.infer_airport(one["side"], dataset=dataset)
        seconds += process_time() - began
        found.append(said.icao)
    print(json.dumps({"found": found, "seconds": seconds, "version": version("traffic")}))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
