"""Pairs and stacks of dated rasters: what can be said of change at a site?

opening      a file -> a raster that is safe to read
taken        the day of a picture
sites        the polygon of a site
ground       metres on the ground
aligned      two rasters on one grid, a bounded part of them
registration how far one lies off the other
irmad, cva, radar   how much each pixel changed
flagging     which pixels changed
control      the surroundings as control
quality      what forbids a reading
screening    the ordinal claim
strata, sample_file, sampled_area   square metres from a labelled sample
footprint_file, footprint_area      square metres from outlines
views, png   pictures for people
"""
