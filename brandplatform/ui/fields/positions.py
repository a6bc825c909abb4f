"""Where two texts part, and where Qt counts a character: it holds most emoji as two.

Knows strings only; must not know any box.
"""


def shared(one: str, other: str) -> int:
    """Return how many characters two texts begin with; slices are compared, not letters."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def units(text: str) -> int:
    """Return how long Qt holds a text for."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def characters(text: str, at: int) -> int:
    """Return how many characters stand before a position of Qt's."""
    return at if text.isascii() else len(text.encode("utf-16-le")[: 2 * at].decode("utf-16-le", "ignore"))
