"""What a look at the help must not cost: heavy libraries are loaded where they are used."""

import subprocess
import sys

import pytest

HEAVY = {
    "airportsdata",
    "anyascii",
    "babel",
    "duckdb",
    "htmldate",
    "jinja2",
    "numpy",
    "onnxruntime",
    "pint",
    "py3langid",
    "pyarrow",
    "pypdfium2",
    "rapidfuzz",
    "rasterio",
    "scipy",
    "spacy",
    "thinc",
    "tokenizers",
    "trafilatura",
}

PROBE = """
import runpy, sys
def tell():
    print("LOADED", *sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
try:
    WHAT
finally:
    tell()
"""
HELP = 'sys.argv = ["allsource", "--help"]; runpy.run_module("allsource", run_name="__main__")'


def loaded(what: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROBE.replace("WHAT", what)],
        capture_output=True,
        text=True,
        check=False,
    )
    told = [line for line in done.stderr.splitlines() if line.startswith("LOADED ")]
    assert done.returncode == 0, done.stderr
    return set(told[0].split()[1:])


def test_importing_the_package_loads_nothing_heavy():
    found = loaded("import allsource")

    assert "allsource" in found
    assert found & HEAVY == set()


def test_the_help_loads_nothing_heavy():
    found = loaded(HELP)

    assert {"allsource", "typer"} <= found
    assert found & HEAVY == set()


@pytest.mark.parametrize("library", ["jinja2", "numpy"])
def test_the_probe_sees_what_is_loaded(library):
    assert library in loaded(f"import {library}")
