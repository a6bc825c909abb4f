"""Whether a platform is a draft, signed, or changed since: one answer for window, command line and documents.

Owns that texts are compared as they are printed: a corrected apostrophe or space unsigns nothing. Must not
know any format.
"""

from functools import lru_cache

from brandplatform.document import signing
from brandplatform.document.framework import Framework
from brandplatform.document.model import Platform, Signature
from brandplatform.document.signing import Status
from brandplatform.publish.typography import typeset

_LONGEST = 2000
"""Characters above which a text is set anew each time: memory is for the many short ones."""


@lru_cache(maxsize=4096)
def _remembered(text: str, language: str) -> str:
    return typeset(text, language)


def normal(text: str, language: str) -> str:
    """Return a text as it is printed."""
    return _remembered(text, language) if len(text) <= _LONGEST else typeset(text, language)


def status_of(platform: Platform, framework: Framework) -> Status:
    """Return whether a platform is a draft, signed as it stands, or changed since the signature."""
    return signing.status_of(platform, framework, normal)


def changed_since(platform: Platform, framework: Framework, signature: Signature) -> tuple[str, ...]:
    """Return the ids of the fields that no longer say what was signed."""
    return signing.changed_since(platform, framework, signature, normal)


def signers_of(platform: Platform, framework: Framework) -> tuple[str, ...]:
    """Return the names of those who signed what the platform says now, in the order they did."""
    return tuple(one.name for one in platform.signatures if not changed_since(platform, framework, one))


def sign(platform: Platform, framework: Framework, signature: Signature) -> Platform:
    """Return a copy with one more signature on what stands there now."""
    return signing.sign(platform, framework, signature, normal)
