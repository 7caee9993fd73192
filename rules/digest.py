"""The fingerprint of what was signed: canonical JSON and its SHA-256.

Equal content has one spelling, so a signature can be checked years later.
"""

import json
from datetime import date
from hashlib import sha256


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"cannot be signed: {type(value).__name__}")


def canonical(content: object) -> str:
    """Return the one JSON text of a content.

    Keys sorted, no spaces, letters of all languages as they are, dates and times in ISO 8601,
    floats by their shortest exact spelling. Raises ``ValueError`` for NaN and infinity and
    ``TypeError`` for anything that JSON does not know.

    >>> canonical({"goal": "客户满意度", "due": date(2024, 9, 30), "actual": 89.5})
    '{"actual":89.5,"due":"2024-09-30","goal":"客户满意度"}'
    """
    return json.dumps(
        content,
        sort_keys=True,
        separators=(",", ":"),
        ensure_ascii=False,
        allow_nan=False,
        default=_iso,
    )


def digest(content: object) -> str:
    """Return the SHA-256 of the `canonical` text as 64 hexadecimal digits; errors as there.

    >>> digest({})
    '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'
    """
    return sha256(canonical(content).encode()).hexdigest()
