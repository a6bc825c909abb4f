"""A small platform and its archive, as a person would edit it in any editor."""

from msgspec.structs import replace

from brandplatform import resources
from brandplatform.document import edit
from brandplatform.document.library import Library
from brandplatform.document.model import Platform, Statement, new_platform
from brandplatform.publish.archive import archive
from brandplatform.resources import Words

LIBRARY = Library(resources.read_toml, ("plateforme",))


def written(platform: Platform) -> str:
    """Return the archive of a platform."""
    return archive(LIBRARY.framework("plateforme"), LIBRARY, platform, Words("fr"))


def promise(text: str, language: str = "fr") -> Platform:
    """Return a platform that holds one text, in the field `promise`."""
    platform = replace(new_platform("plateforme", "fr", "Levain"), id="levain")
    return edit.write_text(platform, "promise", Statement, language, text)


def levain() -> Platform:
    """Return a platform with a statement, a list, a note and a table of two rows."""
    platform = promise("Chaud à sept heures.")
    platform = edit.write_lines(platform, "review.triggers", "fr", ("un départ", "un rachat"))
    platform = edit.write_note(platform, "promise.q1", "fr", "Samira l’a dit.")
    for row, name in (("r1", "Dire l’heure"), ("r2", "Donner")):
        platform = edit.add_row(platform, "values", row)
        platform = edit.write_cell(platform, "values", row, "name", name, "fr")
    platform = edit.write_cell(platform, "values", "r1", "meaning", "Elle est sur l’étiquette.", "fr")
    return edit.write_cell(platform, "values", "r1", "status", "lived", None)
