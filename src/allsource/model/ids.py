"""What is this object called, on every machine?

An id is a prefix and 80 bits of the SHA-256 of a documented key, written as
JSON with sorted keys. Equal content gives an equal id; nothing else enters.
"""

import hashlib
import json
from typing import Any

__all__ = ["content_id"]


def content_id(prefix: str, *key: Any) -> str:
    """Name an object after its content.

    Args:
        prefix: what kind of object (``doc``, ``clm``, ``src``, ``hop``, ``clu``, ...).
        *key: JSON-able parts that identify it; each caller documents its key.

    Example:
        >>> content_id("doc", "abc") == content_id("doc", "abc")
        True
        >>> content_id("doc", "abc")[:4]
        'doc_'
    """
    written = json.dumps(key, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"{prefix}_{hashlib.sha256(written.encode()).hexdigest()[:20]}"
