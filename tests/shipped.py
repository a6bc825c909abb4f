"""The method and the examples that come with the program, and how their texts are typed."""

from collections.abc import Iterator

from brandplatform.document.framework import Field
from brandplatform.document.library import Library
from brandplatform.document.model import Platform
from brandplatform.incoming import markdown
from brandplatform.resources import path, read_toml
from brandplatform.storage import codec

LIBRARY = Library(read_toml, ("plateforme",))
FRAMEWORK = LIBRARY.framework("plateforme")
SECTIONS = {section.id: section for section in FRAMEWORK.sections}
FILES = sorted(file.stem for file in path("fields").glob("*.toml"))
THEMES = [LIBRARY.theme(name) for name in FILES]
SAMPLES = sorted(file.stem for file in path("samples").glob("*.json"))

# Stored text is plain: the spaces that do not break are set when it is shown or published.
_BOTH = r"['\"!]|\.\.\.|\u00a0|\u202f| {2}"
MISTYPED = {
    "fr": rf"{_BOTH}|[“”]|(?<! )[;?]|(?<! ):(?!\w)|«(?! )|(?<! )»",
    "en": rf"{_BOTH}|[«»]|\s[;:?]",
}
"""What a stored text never holds, by language."""


def fields() -> Iterator[Field]:
    """Yield every field a section shows, in the order of the outline."""
    for section in FRAMEWORK.sections:
        yield from LIBRARY.fields(section)


def sample(name: str = "maison-levain") -> Platform:
    """Return a complete example."""
    return codec.decode(path("samples", f"{name}.json").read_bytes())[0]


def from_archive(text: str) -> Platform:
    """Read an archive as the program does."""
    return markdown.from_archive(text, codec.plain)
