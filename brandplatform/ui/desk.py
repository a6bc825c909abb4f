"""What every widget is given to draw with: words, look, method.

Knows no document: a platform reaches widgets through `session` alone."""

from dataclasses import dataclass

from brandplatform.document.library import Library
from brandplatform.resources import Words
from brandplatform.ui.icons import Icons
from brandplatform.ui.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Desk:
    """One interface language and one palette; a change of either makes a new desk and new widgets."""

    words: Words
    tokens: Tokens
    icons: Icons
    library: Library
