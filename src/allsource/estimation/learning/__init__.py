"""Unit cost as more is made: what comes next, and what a claimed fall in price would need."""

from allsource.estimation.learning.fall import PriceFall, doublings, price_fall
from allsource.estimation.learning.forecast import Costed, CostForecast, Phase, forecast

__all__ = ["CostForecast", "Costed", "Phase", "PriceFall", "doublings", "forecast", "price_fall"]
