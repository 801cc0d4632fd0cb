"""Screening can never carry an area; an area rests on labels or outlines."""

import dataclasses
import typing

import pytest

from allsource.model.imagery import (
    Area,
    Detectability,
    FootprintBasis,
    Picture,
    Registration,
    SampleBasis,
    Screening,
    SiteChange,
    SiteName,
)

SAW = Detectability(30.0, 120.0, 300.0, 2.8)
SCREENING = Screening(
    verdict="change", conclusive=True, score=0.9, inside_share=0.9, control_share=0.0, controls=40,
    clear_share=1.0, method="IR-MAD with CVA", detectability=SAW,
)  # fmt: skip
PICTURE = Picture("a.tif", "00", "2031-05-04", "option", "optical", 4, 30.0)


def site_change(area):
    return SiteChange(
        PICTURE, PICTURE, SiteName(None, 51.4, 3.1), SCREENING, Registration(0.1, 9, agreed=True), area,
        "changed surface", (),
    )  # fmt: skip


def test_a_screening_has_no_field_for_an_area():
    fields = {one.name for one in dataclasses.fields(Screening)}
    inner = {one.name for one in dataclasses.fields(Detectability)}

    assert not [name for name in fields | inner if "area" in name or "m2" in name]
    with pytest.raises(TypeError):
        Screening(*dataclasses.astuple(SCREENING)[:-1], SAW, area=500.0)
    with pytest.raises((AttributeError, TypeError)):
        SCREENING.area = 500.0
    with pytest.raises(TypeError):
        dataclasses.replace(SCREENING, area_m2=500.0)


@pytest.mark.parametrize("basis", [SCREENING, None, "screening", 0.9, SAW])
def test_an_area_is_not_built_from_a_screening(basis):
    with pytest.raises(TypeError, match="labelled sample or on footprints"):
        Area(1.0, 2.0, 3.0, 0.95, "changed surface", basis)


def test_what_an_area_may_rest_on_is_told_by_its_type():
    allowed = set(typing.get_args(typing.get_type_hints(Area)["basis"]))

    assert allowed == {SampleBasis, FootprintBasis}
    assert typing.get_type_hints(SiteChange)["area"] == Area | None


@pytest.mark.parametrize("area", [500.0, SCREENING, (1, 2, 3)])
def test_a_site_change_takes_no_number_for_an_area(area):
    with pytest.raises(TypeError):
        site_change(area)


def test_both_bases_bear_an_area():
    sample = Area(1, 2, 3, 0.95, "changed surface", SampleBasis(60, 58, 3, None))
    outlines = Area(1, 2, 3, 0.95, "outlined footprint", FootprintBasis(1, 2, ()))

    assert (sample.origin, outlines.origin) == ("labelled sample", "footprints")
    assert site_change(sample).area is sample


@pytest.mark.parametrize("ends", [(3, 2, 4), (1, 5, 4), (float("nan"), 2, 3), (1, 2, float("inf"))])
def test_the_ends_of_an_area_are_in_order_and_finite(ends):
    with pytest.raises(ValueError, match="ends of an area"):
        Area(*ends, 0.95, "changed surface", SampleBasis(60, 58, 3, None))


def test_what_cannot_be_told_is_neither_change_nor_none():
    for verdict in ("change", "no change seen"):
        with pytest.raises(ValueError, match="possible change"):
            dataclasses.replace(SCREENING, verdict=verdict, conclusive=False)
    with pytest.raises(ValueError, match="no screening verdict"):
        dataclasses.replace(SCREENING, verdict="500 square metres")


@pytest.mark.parametrize("place", [(51.43, 3.1), (51.4, 3.123456)])
def test_a_place_is_told_to_a_tenth_of_a_degree(place):
    with pytest.raises(ValueError, match="tenth"):
        SiteName("Quay works", *place)


def test_an_empty_sample_bears_nothing():
    for basis in (lambda: SampleBasis(60, 0, 3, None), lambda: SampleBasis(5, 6, 1, None)):
        with pytest.raises(ValueError, match="labelled points"):
            basis()
    with pytest.raises(ValueError, match="at least one outline"):
        FootprintBasis(0, 0, ())
