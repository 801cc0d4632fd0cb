"""How is a small picture written as PNG, with nothing in it but its pixels?

Eight bits a channel, grey or colour, no tags, no time: the same pixels give the same bytes.

It fails for pictures of more than 16 million pixels, which nothing here makes.
"""

import struct
import zlib

import numpy as np
from numpy.typing import NDArray

__all__ = ["png"]

_GREY, _COLOUR = 0, 2


def png(pixels: NDArray[np.uint8]) -> bytes:
    """Write rows of pixels, grey (h, w) or colour (h, w, 3).

    Example:
        >>> png(np.zeros((2, 2), np.uint8))[1:4]
        b'PNG'
    """
    height, width = pixels.shape[:2]
    kind = _COLOUR if pixels.ndim == 3 else _GREY
    rows = pixels.reshape(height, -1)
    raw = np.concatenate([np.zeros((height, 1), np.uint8), rows], axis=1).tobytes()
    head = struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(name, data)
        for name, data in ((b"IHDR", head), (b"IDAT", zlib.compress(raw, 9)), (b"IEND", b""))
    )


def _chunk(name: bytes, data: bytes) -> bytes:
    check = zlib.crc32(name + data)
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", check)
