"""What is probably true, given who says what and who depends on whom?

``Columns`` takes claims in, ``judge`` learns of their sources, ``fused`` tells of each slot; ``facts``
gives both as nouns. The rest are the steps between.
"""
