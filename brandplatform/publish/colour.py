"""Whether a colour can be read on a ground, and the nearest one that can.

Knows numbers; must not know any writer or window. Colours are `#RRGGBB`; ratios those of WCAG 2.2, 1.4.3."""

import colorsys
import re

TEXT = 4.5
RULE = 3.0

_HEX = re.compile(r"#[0-9A-Fa-f]{6}")
_STEPS = 256  # of lightness: the finest that eight bits a channel can show


def is_colour(text: str) -> bool:
    """Tell whether `text` reads as #RRGGBB."""
    return _HEX.fullmatch(text) is not None


def contrast(a: str, b: str) -> float:
    """Return the contrast of two colours, 1.0 (the same) to 21.0 (black on white)."""
    dark, light = sorted((_luminance(a), _luminance(b)))
    return (light + 0.05) / (dark + 0.05)


def corrected(colour: str, ground: str, ratio: float = TEXT) -> str:
    """Return `colour`, or the nearest lightness of its hue that reaches `ratio` on `ground`.

    On a middle ground that neither end reaches, black or white, whichever stands out more.
    """
    if contrast(colour, ground) >= ratio:
        return colour.upper()
    hue, lightness, saturation = colorsys.rgb_to_hls(*_channels(colour))
    darker = contrast("#000000", ground) >= contrast("#FFFFFF", ground)
    end = 0.0 if darker else 1.0
    for step in range(1, _STEPS + 1):
        moved = lightness + (end - lightness) * step / _STEPS
        candidate = _hex(colorsys.hls_to_rgb(hue, moved, saturation))
        if contrast(candidate, ground) >= ratio:
            return candidate
    return "#000000" if darker else "#FFFFFF"


def mixed(colour: str, ground: str, share: float) -> str:
    """Return `share` (0 to 1) of `colour` laid over `ground`."""
    pairs = zip(_channels(colour), _channels(ground), strict=True)
    red, green, blue = (top * share + under * (1 - share) for top, under in pairs)
    return _hex((red, green, blue))


def _channels(colour: str) -> tuple[float, float, float]:
    if not is_colour(colour):
        raise ValueError(f"{colour!r}: expected #RRGGBB")
    red, green, blue = bytes.fromhex(colour[1:])
    return red / 255, green / 255, blue / 255


def _hex(channels: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(channel * 255):02X}" for channel in channels)


def _luminance(colour: str) -> float:
    red, green, blue = map(_linear, _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
