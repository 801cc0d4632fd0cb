"""How much? Numbers of a text as intervals with unit, rate, role, measure and time."""

from allsource.claims.quantities.find import find

__all__ = ["find"]
