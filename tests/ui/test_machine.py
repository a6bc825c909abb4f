"""Whatever is done in whatever order, undoing it all gives the first value, and the file what was saved."""

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test
from PySide6.QtWidgets import QApplication

from brandplatform.ui import session
from tests.ui.machine import CLOCK, Machine

STEPS = 25


def run(times: int) -> None:
    """Let somebody work so many times."""
    phases = (Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink)
    how = settings(
        max_examples=times, stateful_step_count=STEPS, deadline=None, phases=phases,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(session, "_now", CLOCK)  # a hundred days pass between two saves
        run_state_machine_as_test(Machine, settings=how)


def test_what_is_done_in_any_order_can_be_undone_saved_and_reopened(qapp: QApplication) -> None:
    run(40)


@pytest.mark.long
def test_two_thousand_times_what_is_done_in_any_order_can_be_undone_saved_and_reopened(
    qapp: QApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    run(2000)
    with capsys.disabled():
        print(f"\n2000 runs of up to {STEPS} steps: undone to the first value, reopened as saved, each time")
