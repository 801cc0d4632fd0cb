"""Unit cost as more is made: what comes next, and what a claimed fall in price would need."""

from allsource.estimation.learning.fall import PriceFall, doublings, price_fall
from allsource.estimation.learning.forecast import Costed, CostForecast, Phase, exponent, forecast

__all__ = [
    "CostForecast", "Costed", "Phase", "PriceFall", "doublings", "exponent", "forecast",
    "price_fall",
]  # fmt: skip
