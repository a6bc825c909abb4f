"""What each part of a widget looks like on paper: fields, buttons, boxes to tick, tabs, bars.

Knows the style options Qt fills in; must not know any screen, nor draw text."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QCheckBox,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionFrame,
    QStyleOptionViewItem,
    QTabBar,
    QToolButton,
    QWidget,
)

from brandplatform.ui.strokes import Ink, Towards, box, chevron, dash, ring, tick
from brandplatform.ui.tokens import HAIR, SMALL_RADIUS

Shape = Callable[[Ink, QStyleOption, QPainter, QWidget | None], None]
_State = QStyle.StateFlag
_Primitive = QStyle.PrimitiveElement
_Button = QStyleOptionButton.ButtonFeature


def _on(option: QStyleOption, flag: QStyle.StateFlag) -> bool:
    return bool(option.state & flag)


def _focus(ink: Ink, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw the ring; a push button and a tab have drawn their own, a tool button wears it on its edge."""
    if isinstance(widget, (QPushButton, QTabBar)):
        return
    around = option.rect
    if isinstance(widget, QToolButton):
        around = widget.rect()
    elif isinstance(widget, (QCheckBox, QRadioButton)):
        around = around.adjusted(-HAIR, -HAIR, HAIR, HAIR)
    ring(painter, around, ink.accent, SMALL_RADIUS)


def _field(ink: Ink, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    box(painter, option.rect, ink.paper if _on(option, _State.State_Enabled) else ink.desk, ink.rule)
    if _on(option, _State.State_HasFocus):
        ring(painter, option.rect, ink.accent)


def _line_edit(ink: Ink, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    if isinstance(option, QStyleOptionFrame) and option.lineWidth > 0:
        _field(ink, option, painter, widget)


def _panel(ink: Ink, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    box(painter, option.rect, ink.paper, ink.rule, radius=0)


def _menu_frame(ink: Ink, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    box(painter, option.rect, None, ink.rule, radius=0)


def is_default(option: QStyleOption) -> bool:
    """Tell whether this is the button that Enter presses, filled with accent."""
    return (isinstance(option, QStyleOptionButton) and bool(option.features & _Button.DefaultButton)
            and _on(option, _State.State_Enabled))  # fmt: skip


def button(ink: Ink, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw a push button: accent for the default one, paper for others, nothing for a flat one at rest."""
    flat = isinstance(option, QStyleOptionButton) and bool(option.features & _Button.Flat)
    focused = _on(option, _State.State_HasFocus)
    if is_default(option):
        inset = HAIR if focused else 0  # so that the ring of accent stands apart from the ground of accent
        inner = option.rect.adjusted(inset, inset, -inset, -inset)
        box(painter, inner, _lit(ink.accent, option), None, SMALL_RADIUS if focused else 6)
    elif not flat or _touched(option):
        ground = _ground(ink, option, ink.desk if flat else ink.paper)
        box(painter, option.rect, ground, None if flat else ink.rule)
    if focused:
        ring(painter, option.rect, ink.accent)
    if isinstance(option, QStyleOptionButton) and option.features & _Button.HasMenu:
        end = QRect(option.rect.right() - 24, option.rect.y(), 20, option.rect.height())
        chevron(painter, end, ink.muted, Towards.DOWN)


def _touched(option: QStyleOption) -> bool:
    return _on(option, _State.State_MouseOver | _State.State_Sunken | _State.State_On)


def _lit(colour: QColor, option: QStyleOption) -> QColor:
    if _on(option, _State.State_Sunken):
        return colour.darker(115)
    return colour.darker(107) if _on(option, _State.State_MouseOver) else colour


def _ground(ink: Ink, option: QStyleOption, rest: QColor) -> QColor:
    if not _on(option, _State.State_Enabled):
        return ink.desk
    if _on(option, _State.State_Sunken | _State.State_On):
        return ink.pressed
    return ink.hover if _on(option, _State.State_MouseOver) else rest


def _tool_button(ink: Ink, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    raised = not _on(option, _State.State_AutoRaise)
    if raised or _touched(option):
        box(painter, option.rect, _ground(ink, option, ink.paper), ink.rule if raised else None)


def _check_box(ink: Ink, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    checked, partly = _on(option, _State.State_On), _on(option, _State.State_NoChange)
    _mark_ground(ink, option, painter, SMALL_RADIUS, filled=checked or partly)
    if checked:
        tick(painter, option.rect, ink.on_accent)
    elif partly:
        dash(painter, option.rect, ink.on_accent)


def _radio_button(ink: Ink, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    chosen = _on(option, _State.State_On)
    _mark_ground(ink, option, painter, option.rect.height() / 2, filled=chosen)
    if chosen:
        box(painter, option.rect.adjusted(5, 5, -5, -5), ink.on_accent, None, option.rect.height() / 2)


def _mark_ground(ink: Ink, option: QStyleOption, painter: QPainter, radius: float, *, filled: bool) -> None:
    fill = ink.edge if not _on(option, _State.State_Enabled) else _lit(ink.accent, option)
    edge = ink.accent if _on(option, _State.State_MouseOver) else ink.edge
    box(painter, option.rect, fill if filled else ink.paper, None if filled else edge, radius)


def _arrow(towards: Towards) -> Shape:
    def draw(ink: Ink, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
        enabled = _on(option, _State.State_Enabled)
        chevron(painter, option.rect, ink.muted if enabled else ink.faint, towards)

    return draw  # fmt: skip


def _row(ink: Ink, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw the ground of an item in a list: what the person set, then what is selected or pointed at."""
    if isinstance(option, QStyleOptionViewItem):
        painter.fillRect(option.rect, option.backgroundBrush)
    if _on(option, _State.State_Selected):
        box(painter, option.rect, ink.selection, None, SMALL_RADIUS)
    elif _on(option, _State.State_MouseOver) and _on(option, _State.State_Enabled):
        box(painter, option.rect, ink.hover, None, SMALL_RADIUS)


def _branch(ink: Ink, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw the chevron of a row that holds others; no lines lead to it."""
    if _on(option, _State.State_Children):
        towards = Towards.DOWN if _on(option, _State.State_Open) else Towards.RIGHT
        chevron(painter, option.rect, ink.muted, towards)


def _nothing(ink: Ink, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw nothing: paper needs no frame here."""


def _top_rule(ink: Ink, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    painter.fillRect(QRect(option.rect.x(), option.rect.y(), option.rect.width(), 1), ink.rule)


def _bottom_rule(ink: Ink, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    painter.fillRect(QRect(option.rect.x(), option.rect.bottom(), option.rect.width(), 1), ink.rule)


def _tab(ink: Ink, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw a tab: a line of accent under the one in front, a quiet one under the one pointed at."""
    under = QRect(option.rect.x() + HAIR, option.rect.bottom() - 1, option.rect.width() - 2 * HAIR, 2)
    if _on(option, _State.State_Selected):
        painter.fillRect(under, ink.accent)
    elif _on(option, _State.State_MouseOver):
        painter.fillRect(under, ink.rule)
    if _on(option, _State.State_HasFocus):
        ring(painter, option.rect.adjusted(1, 1, -1, -HAIR), ink.accent, SMALL_RADIUS)


def _desk(ink: Ink, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    painter.fillRect(option.rect, ink.desk)


def _header(ink: Ink, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    painter.fillRect(option.rect, ink.paper)
    _bottom_rule(ink, option, painter, widget)


def _splitter(ink: Ink, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw one line down (or along) the middle of the handle; accent while it is pointed at."""
    colour = ink.accent if _on(option, _State.State_MouseOver) else ink.rule
    middle = option.rect.center()
    if option.rect.width() < option.rect.height():
        painter.fillRect(QRect(middle.x(), option.rect.y(), 1, option.rect.height()), colour)
    else:
        painter.fillRect(QRect(option.rect.x(), middle.y(), option.rect.width(), 1), colour)


def combo_box(ink: Ink, option: QStyleOption, painter: QPainter) -> None:
    """Draw the box of a list that drops down; its text is drawn by the widget."""
    box(painter, option.rect, ink.paper if _on(option, _State.State_Enabled) else ink.desk,
        ink.edge if _on(option, _State.State_MouseOver) else ink.rule)  # fmt: skip
    end = QRect(option.rect.right() - 28, option.rect.y(), 24, option.rect.height())
    chevron(painter, end, ink.muted if _on(option, _State.State_Enabled) else ink.faint, Towards.DOWN)
    if _on(option, _State.State_HasFocus):
        ring(painter, option.rect, ink.accent)


def scroll_bar(ink: Ink, option: QStyleOption, slider: QRect, painter: QPainter,
               widget: QWidget | None) -> None:  # fmt: skip
    """Draw a scroll bar: no groove, no arrows, a thin slider on the ground of what it scrolls."""
    painter.fillRect(option.rect, _scrolled_ground(ink, widget))
    if not _on(option, _State.State_Enabled):
        return
    upright = option.rect.width() < option.rect.height()
    thin = slider.adjusted(3, 2, -3, -2) if upright else slider.adjusted(2, 3, -2, -3)
    touched = _on(option, _State.State_MouseOver | _State.State_Sunken)
    box(painter, thin, ink.muted if touched else ink.faint, None, radius=3)


def _scrolled_ground(ink: Ink, bar: QWidget | None) -> QColor:
    """Return the colour of the page beside a scroll bar, so that the bar stands on the same paper."""
    area = bar.parentWidget() if bar is not None else None
    while area is not None and not isinstance(area, QAbstractScrollArea):
        area = area.parentWidget()
    if not isinstance(area, QAbstractScrollArea):
        return ink.desk
    port = area.viewport()
    return port.palette().color(port.backgroundRole())


PRIMITIVES: Mapping[QStyle.PrimitiveElement, Shape] = {
    _Primitive.PE_FrameFocusRect: _focus,
    _Primitive.PE_PanelLineEdit: _line_edit,
    _Primitive.PE_FrameLineEdit: _field,
    _Primitive.PE_Frame: _field,
    _Primitive.PE_FrameMenu: _menu_frame,
    _Primitive.PE_PanelMenu: _panel,
    _Primitive.PE_PanelTipLabel: _panel,
    _Primitive.PE_PanelButtonCommand: button,
    _Primitive.PE_PanelButtonTool: _tool_button,
    _Primitive.PE_PanelItemViewItem: _row,
    _Primitive.PE_PanelItemViewRow: _nothing,
    _Primitive.PE_IndicatorBranch: _branch,
    _Primitive.PE_IndicatorCheckBox: _check_box,
    _Primitive.PE_IndicatorItemViewItemCheck: _check_box,
    _Primitive.PE_IndicatorRadioButton: _radio_button,
    _Primitive.PE_IndicatorArrowDown: _arrow(Towards.DOWN),
    _Primitive.PE_IndicatorArrowUp: _arrow(Towards.UP),
    _Primitive.PE_IndicatorArrowRight: _arrow(Towards.RIGHT),
    _Primitive.PE_IndicatorArrowLeft: _arrow(Towards.LEFT),
    _Primitive.PE_FrameTabBarBase: _bottom_rule,
    _Primitive.PE_FrameTabWidget: _nothing,
    _Primitive.PE_FrameStatusBarItem: _nothing,
    _Primitive.PE_PanelStatusBar: _top_rule,
}
CONTROLS: Mapping[QStyle.ControlElement, Shape] = {
    QStyle.ControlElement.CE_PushButtonBevel: button,
    QStyle.ControlElement.CE_TabBarTabShape: _tab,
    QStyle.ControlElement.CE_MenuBarEmptyArea: _desk,
    QStyle.ControlElement.CE_Splitter: _splitter,
    QStyle.ControlElement.CE_HeaderSection: _header,
    QStyle.ControlElement.CE_HeaderEmptyArea: _header,
}
