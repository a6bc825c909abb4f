"""What is locked, what is licensed, and what the wheel and the source archive hold."""

import re
import tarfile
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement

from tests.checkout import ROOT, files

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = ["requirements.lock", "requirements-test.lock"]


def locked(name: str) -> dict[str, tuple[str, str]]:
    """Return package -> (version, the rest of its entry, hashes included) of a lock."""
    text = (ROOT / name).read_text(encoding="utf-8")
    entries = re.findall(r"^([a-z0-9][a-z0-9-]*)==(\S+)((?:.*\\\n)*.*\n)", text, re.MULTILINE)
    return {package: (version, rest) for package, version, rest in entries}


def called(package: str) -> str:
    """Return a package's name as the locks spell it."""
    return re.sub(r"[-_.]+", "-", package).lower()


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_hashes_and_no_place_of_its_own(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    packages = locked(name)
    assert text.count("==") - text.count(" == '") == len(packages) > 7
    assert all(re.search(r"--hash=sha256:[0-9a-f]{64}", rest) for _, rest in packages.values())
    assert "://" not in text
    assert not re.search(r"^\s*(-i|-f|-e|--index|--extra|--find|--trusted)", text, re.MULTILINE)


def test_the_tests_run_on_the_versions_that_people_get() -> None:
    run, test = (locked(name) for name in LOCKS)
    assert {package: test.get(package) for package in run} == run


@pytest.mark.parametrize(
    ("lock", "asked"),
    [(LOCKS[0], PROJECT["project"]["dependencies"]), (LOCKS[1], PROJECT["dependency-groups"]["test"])],
    ids=["run", "test"],
)
def test_the_lock_answers_what_the_project_asks_for(lock: str, asked: list[str]) -> None:
    versions = {package: version for package, (version, _) in locked(lock).items()}
    for requirement in map(Requirement, asked):
        assert requirement.specifier.contains(versions[called(requirement.name)]), requirement


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_in_the_list_of_licences(lock: str) -> None:
    text = (ROOT / "THIRD-PARTY.md").read_text(encoding="utf-8").lower()
    listed = {called(word) for word in re.findall(r"[a-z0-9][a-z0-9_.-]*", text)}
    assert set(locked(lock)) - listed == set()


def test_the_licence_is_mit() -> None:
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("MIT License\n")
    assert PROJECT["project"]["license"] == "MIT"


def test_the_wheel_holds_the_package_its_resources_and_its_licences(built: Path) -> None:
    with ZipFile(next(built.glob("*.whl"))) as wheel:
        names = set(wheel.namelist())
        entry_points = wheel.read(next(name for name in names if name.endswith("/entry_points.txt")))
    resources = {file.relative_to(ROOT / "resources").as_posix() for file in files("resources")}
    assert {f"brandplatform/_resources/{name}" for name in resources} <= names
    assert {"brandplatform/__main__.py", "brandplatform/py.typed"} <= names
    assert {"LICENSE", "THIRD-PARTY.md"} <= {name.rpartition("/")[2] for name in names}
    assert b"brandplatform = brandplatform.cli:main" in entry_points
    assert not any(name.startswith("tests") for name in names)


def test_the_source_archive_holds_what_the_tests_need(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    kept = {file.relative_to(ROOT).as_posix() for file in files()}
    wanted = {name for name in kept if name.startswith(("brandplatform/", "resources/", "tests/"))}
    assert wanted <= names
    assert {"run.py", "pyproject.toml", *LOCKS} <= names
