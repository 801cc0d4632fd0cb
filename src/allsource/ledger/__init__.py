"""The case file: append-only, hash-chained, with the evidence beside it."""
