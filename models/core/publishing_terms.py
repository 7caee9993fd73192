"""What a publishing job settled for all of its rows, and how the step that publishes gets it."""

from dataclasses import dataclass

# The terms count only as an object of the class below, which cannot come from an RPC context: that
# carries JSON.
_KEY = "hr_performance_publishing_terms"


@dataclass(frozen=True)
class PublishingTerms:
    """``pool``: what `_divide_pool` gave. ``note``: why HR publishes in spite of open appeals."""

    pool: dict | None = None
    note: str = ""


def with_terms(records, terms):
    """Return the records with these terms in their context."""
    return records.with_context(**{_KEY: terms})


def terms_of(records):
    """Return the terms that records carry; none are settled if nobody put them there."""
    found = records.env.context.get(_KEY)
    return found if isinstance(found, PublishingTerms) else PublishingTerms()
