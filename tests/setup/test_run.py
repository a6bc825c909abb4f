"""`python3 run.py`: what it makes, what it leaves alone, and what it says when it cannot."""

import ast
import importlib.util
import os
import runpy
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.checkout import ROOT
from tests.setup import little

linux = pytest.mark.skipif(sys.platform != "linux", reason="asks Linux questions")


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a little checkout that has been set up once, under a name with a space and an accent."""
    folder = little.make(tmp_path_factory.mktemp("setup") / "marque déposée")
    done = little.run(folder, "frameworks")
    assert "brandplatform: setting up" in done.stderr
    assert done.returncode == 7, done.stderr
    return folder


@pytest.fixture(scope="module")
def run_py() -> ModuleType:
    """Return run.py as a module."""
    spec = importlib.util.spec_from_file_location("run_py", ROOT / "run.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_it_parses_on_python_3_6() -> None:
    ast.parse((ROOT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 6))


@pytest.mark.parametrize("version", [(3, 6, 15), (3, 10, 13), (3, 15, 0)])
def test_a_python_that_will_not_do_is_told_which_one_will(
    version: tuple[int, int, int], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (*version, "final", 0))
    monkeypatch.setattr(sys, "argv", ["run.py", "frameworks"])
    monkeypatch.setenv("BRANDPLATFORM_LANG", "en")
    with pytest.raises(SystemExit, match="2"):
        runpy.run_path(str(ROOT / "run.py"), run_name="__main__")
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "Python 3.11 to 3.14 is needed" in said


def test_it_passes_on_arguments_folder_and_status_and_imports_nothing_from_that_folder(
    checkout: Path, tmp_path: Path
) -> None:
    done = little.run(checkout, "get", "a b.brandplatform", "promise", cwd=tmp_path)
    assert done.returncode == 7
    assert done.stdout.splitlines() == [f"{tmp_path} ['get', 'a b.brandplatform', 'promise'] []"]


def test_a_second_start_changes_nothing_and_says_nothing(checkout: Path) -> None:
    before = {file: file.stat().st_mtime_ns for file in (checkout / ".venv").rglob("*")}
    assert little.run(checkout, "frameworks").stderr == ""
    assert {file: file.stat().st_mtime_ns for file in (checkout / ".venv").rglob("*")} == before


def test_a_new_lock_is_installed_into_the_same_folder(checkout: Path) -> None:
    (checkout / ".venv" / "kept").touch()
    (checkout / "requirements.lock").write_text("# nothing, newer\n", encoding="utf-8")
    assert "setting up" in little.run(checkout, "frameworks").stderr
    assert little.run(checkout, "frameworks").stderr == ""
    assert (checkout / ".venv" / "kept").exists()


def test_a_checkout_that_was_moved_is_set_up_again_where_it_is(checkout: Path, tmp_path: Path) -> None:
    moved = tmp_path / "moved"
    shutil.copytree(checkout, moved, symlinks=True)
    done = little.run(moved, "frameworks", cwd=tmp_path)
    assert "setting up" in done.stderr
    assert done.returncode == 7


def test_packages_that_cannot_be_had_are_one_sentence(checkout: Path) -> None:
    nowhere = f"nowhere==1.0 --hash=sha256:{'0' * 64}\n"
    (checkout / "requirements.lock").write_text(nowhere, encoding="utf-8")
    done = little.run(checkout, "frameworks", PIP_NO_INDEX="1", PIP_CONFIG_FILE=os.devnull)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr.splitlines()[-1].startswith("brandplatform: the packages could not be installed (")


def test_a_set_up_that_did_not_end_is_begun_again(checkout: Path) -> None:
    (checkout / "requirements.lock").write_text("# nothing, at last\n", encoding="utf-8")
    (checkout / ".venv" / "set-up-of-brandplatform").unlink(missing_ok=True)
    (checkout / ".venv" / "half").touch()
    shutil.rmtree(checkout / ".venv" / ("Lib" if os.name == "nt" else "lib"))
    assert little.run(checkout, "frameworks").returncode == 7
    assert not (checkout / ".venv" / "half").exists()


@linux
@pytest.mark.parametrize(
    ("language", "words"), [("en", "there is no screen"), ("fr", "il n’y a pas d’écran")], ids=["en", "fr"]
)
@pytest.mark.parametrize("arguments", [(), ("a.brandplatform",)], ids=["start", "file"])
def test_without_a_screen_it_names_the_command_line(
    language: str, words: str, arguments: tuple[str, ...], tmp_path: Path
) -> None:
    nowhere = dict.fromkeys(("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"), "")
    done = little.run(little.make(tmp_path / "x"), *arguments, BRANDPLATFORM_LANG=language, **nowhere)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert words in done.stderr
    assert "python3 run.py export" in done.stderr


def test_what_the_system_lacks_is_named_with_the_exact_line_to_type(
    run_py: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRANDPLATFORM_LANG", "en")
    monkeypatch.setattr(shutil, "which", lambda _: "apt-get")
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    with pytest.raises(run_py.Unready) as refused:
        run_py.install_system_parts([("ensurepip", "python3.13-venv"), ("libEGL.so.1", "libegl1")])
    assert str(refused.value) == (
        "this system lacks ensurepip, libEGL.so.1; type this line, then try again: sudo apt-get update && "
        "sudo apt-get install -y --no-install-recommends python3.13-venv libegl1"
    )


def test_a_system_without_apt_is_told_what_to_look_for(
    run_py: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRANDPLATFORM_LANG", "en")
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(run_py.Unready, match=r"lacks libEGL\.so\.1; install it with your system’s own"):
        run_py.install_system_parts([("libEGL.so.1", "libegl1")])


@linux
def test_a_library_that_is_nowhere_is_seen(run_py: ModuleType) -> None:
    assert not run_py.loads("libnosuchthing.so.9")
    assert run_py.loads("libc.so.6")


@pytest.mark.parametrize(
    ("output", "reason"),
    [
        ("Looking\nERROR: No matching distribution found for x\n", "No matching distribution found for x"),
        ("E: Unable to locate package libegl1", "Unable to locate package libegl1"),
        ("", "?"),
    ],
    ids=["pip", "apt", "nothing"],
)
def test_a_failed_step_says_why(run_py: ModuleType, output: str, reason: str) -> None:
    assert run_py.last_word(output) == reason
