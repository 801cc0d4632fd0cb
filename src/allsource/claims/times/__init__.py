"""Times in raw text: which expressions name a time, and which days do they mean?

Pure Python over the characters: no parse is needed. See `find`.
"""

from allsource.claims.times.finding import find

__all__ = ["find"]
