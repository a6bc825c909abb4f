"""What is read can be read, the faces are ours, and what has the keyboard can be seen."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo, QIcon, QImage, QPalette, QRawFont
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QScrollBar,
    QTabBar,
    QToolButton,
    QWidget,
)

from brandplatform.publish.colour import RULE, TEXT, contrast
from brandplatform.resources import ResourceError, path
from brandplatform.ui import theme
from brandplatform.ui.icons import Icons, app_icon
from brandplatform.ui.tokens import DARK, LIGHT, SANS, SERIF, TARGET, Tokens

PALETTES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
ICONS = sorted(file.stem for file in path("icons").glob("*.svg"))
FACES = sorted(path("fonts").glob("*.ttf"))


@pytest.fixture
def paper(qapp: QApplication) -> Tokens:
    """Put the light theme on the application."""
    theme.install(qapp, LIGHT)
    return LIGHT


@PALETTES
@pytest.mark.parametrize("ground", ["paper", "desk", "hover"])
@pytest.mark.parametrize("written", ["ink", "muted", "accent", "discuss", "settled"])
def test_every_word_can_be_read_where_it_may_stand(tokens, ground, written):
    assert contrast(getattr(tokens, written), getattr(tokens, ground)) >= TEXT


@PALETTES
@pytest.mark.parametrize("ground", ["selection", "pressed"])
def test_ink_can_be_read_on_what_is_selected_or_pressed(tokens, ground):
    assert contrast(tokens.ink, getattr(tokens, ground)) >= TEXT


@PALETTES
def test_words_on_accent_can_be_read(tokens):
    assert contrast(tokens.on_accent, tokens.accent) >= TEXT


@PALETTES
def test_the_edge_of_a_small_target_and_the_focus_ring_can_be_seen(tokens):
    assert contrast(tokens.edge, tokens.paper) >= RULE
    assert contrast(tokens.accent, tokens.paper) >= RULE
    assert contrast(tokens.accent, tokens.desk) >= RULE


@PALETTES
@pytest.mark.parametrize("brand", ["#F2C200", "#00FF00", "#0000FF", "#FFFFFF", "#000000", "#808080"])
def test_a_brands_colour_can_be_read_on_paper_and_on_the_desk(tokens, brand):
    accent = theme.with_accent(tokens, brand).accent
    assert min(contrast(accent, tokens.paper), contrast(accent, tokens.desk)) >= TEXT


@PALETTES
def test_qt_is_told_the_same_colours(tokens):
    roles, made = QPalette.ColorRole, theme.palette(tokens)
    told = [made.color(role).name().upper() for role in (roles.Base, roles.Window, roles.Text, roles.Link)]
    assert told == [tokens.paper, tokens.desk, tokens.ink, tokens.accent]


@pytest.mark.parametrize("file", FACES, ids=lambda file: file.stem)
def test_every_face_has_the_signs_french_needs(qapp, file):
    face = QRawFont(str(file), 16)
    signs = "\u202f\u00a0’«»—–…éÉçÇœŒÀ×✓"
    assert [f"U+{ord(sign):04X}" for sign in signs if not face.supportsCharacter(ord(sign))] == []


@pytest.mark.parametrize("file", FACES, ids=lambda file: file.stem)
def test_every_face_kerns(qapp, file):
    assert not QRawFont(str(file), 16).fontTable("GPOS").isEmpty()


@pytest.mark.parametrize("face", [theme.INTERFACE, theme.LABEL, theme.STATEMENT, theme.TITLE], ids=str)
def test_a_face_asked_for_is_the_face_that_is_given(paper, face):
    found = QFontInfo(theme.font(face))
    assert (found.family(), found.pixelSize(), found.weight()) == (face.family, face.pixels, face.weight)


def test_the_families_are_there_once_the_theme_is_on(paper):
    assert {SANS, SERIF} <= set(QFontDatabase.families())


def test_larger_text_is_larger_by_as_much(qapp):
    assert theme.font(theme.STATEMENT, scale=1.5).pixelSize() == 39


def test_a_missing_face_is_told_by_name(qapp, tmp_path, monkeypatch):
    monkeypatch.setattr(theme, "path", lambda *parts: tmp_path.joinpath(*parts))
    with pytest.raises(ResourceError, match=r"SourceSans3-Regular\.ttf"):
        theme.load_fonts()


def test_the_scheme_a_person_chose_wins_over_the_systems(qapp):
    assert theme.tokens_for("light", qapp) is LIGHT
    assert theme.tokens_for("dark", qapp) is DARK
    assert theme.tokens_for("system", qapp) in (LIGHT, DARK)


def inked(image: QImage) -> int:
    """Return how many pixels have something drawn on them."""
    spots = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(1 for x, y in spots if image.pixelColor(x, y).alpha() > 63)


@pytest.mark.parametrize("name", ICONS)
@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_every_icon_is_drawn_at_sixteen_pixels(qapp, name, ratio):
    pixmap = Icons(LIGHT).icon(name, size=16).pixmap(QSize(16, 16), ratio)
    assert pixmap.width() == 16 * ratio
    assert inked(pixmap.toImage()) > 8


def test_an_icon_is_drawn_in_the_colour_asked_for(qapp):
    image = Icons(LIGHT).icon("ring", "#2F6B3C", 32).pixmap(32, 32).toImage()
    across = [image.pixelColor(x, 16) for x in range(32)]
    assert {colour.name().upper() for colour in across if colour.alpha() == 255} == {"#2F6B3C"}


def test_an_icon_is_drawn_once(qapp):
    icons = Icons(LIGHT)
    assert icons.icon("new") is icons.icon("new")


def test_the_states_have_marks_that_differ_without_colour(qapp):
    icons = Icons(LIGHT)
    states = ("empty", "started", "discuss", "settled", "away")
    shapes = [icons.mark(state).pixmap(16, 16).toImage().createAlphaMask() for state in states]
    assert len({bytes(shape.constBits()) for shape in shapes}) == len(states)


def test_an_icon_that_does_not_exist_is_told_by_name(qapp):
    with pytest.raises(ResourceError, match=r"unicorn\.svg"):
        Icons(LIGHT).icon("unicorn")


def test_the_programs_icon_reads_at_sixteen_pixels(qapp):
    image = app_icon().pixmap(16, 16).toImage()
    light = sum(1 for x in range(16) for y in range(16) if image.pixelColor(x, y).lightness() > 200)
    assert isinstance(app_icon(), QIcon)
    assert 16 <= light <= 128  # a sign on a ground: neither a blank square nor a smudge


def made_controls() -> list[QWidget]:
    """Return one of each control a person can move the keyboard to."""
    tabs, chosen, rows = QTabBar(), QComboBox(), QListWidget()
    tabs.addTab("Promesse")
    chosen.addItem("Vécue")
    rows.addItem("Clients")
    rows.setFrameShape(QListWidget.Shape.NoFrame)
    tool = QToolButton(focusPolicy=Qt.FocusPolicy.TabFocus, text="Écrire", autoRaise=True)
    plain, ticked = QPushButton("Comparer"), QCheckBox("Oui")
    return [plain, tool, QLineEdit(), QPlainTextEdit(), ticked, chosen, tabs, rows]


@PALETTES
@pytest.mark.parametrize("index", range(8))
def test_the_control_with_the_keyboard_wears_a_ring_of_accent(qtbot, qapp, tokens, index):
    theme.install(qapp, tokens)
    window, other = QWidget(), QLabel("", focusPolicy=Qt.FocusPolicy.TabFocus)
    control = made_controls()[index]
    row = QHBoxLayout(window)
    row.addWidget(other)
    row.addWidget(control)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    other.setFocus()
    before = accented(window, tokens)
    control.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(control.hasFocus)
    assert accented(window, tokens) - before > 40


def test_the_ring_of_the_default_button_stands_apart_from_its_ground(qtbot, paper):
    button = QPushButton("Enregistrer", default=True)
    qtbot.addWidget(button)
    with qtbot.waitActive(button):
        button.show()
        button.activateWindow()
    button.setFocus()
    image, middle = button.grab().toImage(), button.height() // 2
    ring, gap, ground = (image.pixelColor(x, middle).name().upper() for x in (1, 3, 6))
    assert (ring, gap) == (paper.accent, paper.desk)
    assert contrast(ground, gap) >= RULE


def accented(window: QWidget, tokens: Tokens) -> int:
    """Return how many pixels of a window are exactly accent."""
    image, accent = window.grab().toImage(), QColor(tokens.accent).rgb()
    return sum(1 for x in range(image.width()) for y in range(image.height()) if image.pixel(x, y) == accent)


@pytest.mark.parametrize("control", [QPushButton, QLineEdit, QComboBox, QCheckBox, QToolButton])
def test_every_control_is_tall_enough_to_hit(qtbot, paper, control):
    widget = control()
    qtbot.addWidget(widget)
    widget.ensurePolished()
    assert widget.sizeHint().height() >= TARGET


def test_a_scroll_bar_reaches_both_its_ends(qtbot, paper):
    bar = QScrollBar(Qt.Orientation.Vertical, maximum=100, pageStep=10)
    bar.resize(12, 200)
    qtbot.addWidget(bar)
    qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=bar.rect().center())
    qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=bar.rect().center())
    assert bar.value() == 10


def test_the_theme_can_be_changed_while_a_window_is_open(qtbot, qapp):
    theme.install(qapp, LIGHT)
    box = QPlainTextEdit()
    qtbot.addWidget(box)
    box.show()
    theme.install(qapp, DARK)
    qapp.processEvents()
    assert box.palette().color(QPalette.ColorRole.Base).name().upper() == DARK.paper
    assert box.grab().toImage().pixelColor(30, 30).name().upper() == DARK.paper
