"""Real git and two clones: platforms merged by our command, differences as text, a conflict to decide."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from brandplatform.storage import container
from tests.checkout import ROOT

pytestmark = pytest.mark.oracle("git")
FILE = "levain.brandplatform"
OURS = f'"{sys.executable}" -m brandplatform'


class Desk:
    """A person with a clone of the repository."""

    def __init__(self, folder: Path, name: str) -> None:
        self.folder, self.file = folder, folder / FILE
        self._environ = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "BRANDPLATFORM_LANG": "en",
            "BRANDPLATFORM_HOME": str(folder.parent / f"home-{name}"),
            "HOME": str(folder.parent),
            "GIT_CONFIG_NOSYSTEM": "1",
            **{f"GIT_{who}_{what}": name for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
        }

    def run(self, *words: str, status: int = 0) -> str:
        """Run a program in the clone."""
        done = subprocess.run(
            words, cwd=self.folder, env=self._environ, capture_output=True, text=True, check=False
        )
        assert done.returncode == status, done.stdout + done.stderr
        return done.stdout

    def git(self, *words: str, status: int = 0) -> str:
        """Run git in the clone."""
        return self.run("git", *words, status=status)

    def platform(self, *words: str) -> str:
        """Run our command in the clone."""
        return self.run(sys.executable, "-m", "brandplatform", *words)

    def configure(self) -> None:
        """Do as the README says."""
        self.git("config", "merge.brandplatform.driver", f"{OURS} merge %O %A %B -o %A --force")
        self.git("config", "diff.brandplatform.textconv", f"{OURS} export --format md -o -")

    def commit(self, message: str, field: str, text: str) -> None:
        """Write a field and commit it."""
        self.platform("set", FILE, field, text)
        self.git("commit", "-qam", message)


@pytest.fixture
def clones(tmp_path: Path) -> tuple[Desk, Desk]:
    """Two clones of one repository that holds a platform."""
    folder = tmp_path / "origin"
    folder.mkdir()
    origin = Desk(folder, "Origin")
    origin.git("init", "-q", "-b", "main")
    origin.platform("new", FILE, "--lang", "en", "--brand", "Levain")
    origin.platform("set", FILE, "promise", "Warm bread at seven, every single day.")
    (folder / ".gitattributes").write_text("*.brandplatform merge=brandplatform diff=brandplatform\n")
    origin.git("add", ".")
    origin.git("commit", "-qm", "The platform")
    origin.git("checkout", "-q", "--detach")
    made = []
    for name in ("Ana", "Bob"):
        origin.git("clone", "-q", "-b", "main", str(folder), str(tmp_path / name))
        desk = Desk(tmp_path / name, name)
        desk.configure()
        made.append(desk)
    return made[0], made[1]


def test_what_two_people_wrote_is_merged(clones: tuple[Desk, Desk]) -> None:
    ana, bob = clones
    ana.commit("Mission", "mission", "We bake at night.")
    ana.commit("Promise", "promise", "Tepid bread at seven, every single day.")
    ana.git("push", "-q")
    bob.commit("Promise", "promise", "Warm bread at eight, every single day.")
    bob.git("pull", "-q", "--no-rebase", "--no-edit")
    assert bob.platform("get", FILE, "promise") == "Tepid bread at eight, every single day.\n"
    assert bob.platform("get", FILE, "mission") == "We bake at night.\n"
    bob.git("push", "-q")
    ana.git("pull", "-q", "--ff-only")
    assert container.load(ana.file).platform == container.load(bob.file).platform


def test_a_conflict_stops_git_and_is_decided_in_the_file(clones: tuple[Desk, Desk]) -> None:
    ana, bob = clones
    ana.commit("Hot", "promise", "Hot bread.")
    ana.git("push", "-q")
    bob.commit("Cold", "promise", "Cold bread.")
    said = bob.git("pull", "--no-rebase", "--no-edit", status=1)
    assert f"Merge conflict in {FILE}" in said
    assert bob.platform("get", FILE, "promise") == "Cold bread.\n"
    (one,) = container.load(bob.file).platform.conflicts
    assert (one.ours, one.theirs) == ("Cold bread.", "Hot bread.")
    bob.platform("set", FILE, f"conflicts[{one.id}]", "theirs")
    bob.git("commit", "-qam", "Decided")
    assert bob.platform("get", FILE, "promise") == "Hot bread.\n"
    assert container.load(bob.file).platform.conflicts == ()


def test_a_difference_is_shown_as_text(clones: tuple[Desk, Desk]) -> None:
    ana, _ = clones
    ana.commit("Mission", "mission", "We bake at night.")
    shown = ana.git("diff", "HEAD~1")
    assert "+We bake at night." in shown
    assert "Binary files" not in shown


def test_a_damaged_copy_is_left_to_git(clones: tuple[Desk, Desk]) -> None:
    ana, bob = clones
    ana.file.write_bytes(ana.file.read_bytes()[:400])
    ana.git("commit", "-qam", "Damaged")
    ana.git("push", "-q")
    bob.commit("Mission", "mission", "We bake at night.")
    before = bob.file.read_bytes()
    bob.git("pull", "-q", "--no-rebase", "--no-edit", status=1)
    assert bob.file.read_bytes() == before
