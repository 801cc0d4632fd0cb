"""What a pair of pictures shows is read back as it was, with the area and what it rests on."""

from dataclasses import replace

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
from allsource.model.records import record, site_change_from_record

PICTURE = Picture("a.tif", "0" * 64, "2031-05-04", "a tag", "optical", 4, 10.0)
CHANGE = SiteChange(
    before=PICTURE,
    after=replace(PICTURE, path="b.tif", taken=None, dated_by=None),
    site=SiteName("Ollen works", 10.5, -3.2),
    screening=Screening(
        verdict="change",
        conclusive=True,
        score=0.4,
        inside_share=0.5,
        control_share=None,
        controls=0,
        clear_share=1.0,
        method="CVA",
        detectability=Detectability(10.0, 60.0, None, 3.0),
    ),
    registration=Registration(0.2, 4, agreed=True),
    area=None,
    construct="changed surface",
    warnings=("an example",),
)


@pytest.mark.parametrize(
    "basis", [None, SampleBasis(60, 58, 3, None), FootprintBasis(1, 2, (("vertex", 1.0),))]
)
def test_it_is_read_back_with_its_area(basis):
    area = basis and Area(40.0, 50.0, 60.0, 0.95, "outlined footprint", basis)
    change = replace(CHANGE, area=area)

    assert site_change_from_record(record(change)) == change
