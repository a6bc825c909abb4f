"""How every widget is drawn: Fusion underneath, and over it the quiet shapes of paper.

Owns sizes, and who draws what; must not know which screen a widget stands on."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComplex,
    QStyleOptionFrame,
    QStyleOptionMenuItem,
    QStyleOptionSlider,
    QWidget,
)

from brandplatform.ui.shapes import CONTROLS, PRIMITIVES, combo_box, is_default, scroll_bar
from brandplatform.ui.strokes import Ink, box
from brandplatform.ui.tokens import HAIR, MEDIUM, SMALL, SMALL_RADIUS, TARGET, TIGHT, Tokens

_Draw = Callable[[QStyleOption, QPainter, QWidget | None], None]
_Control = QStyle.ControlElement
_Complex = QStyle.ComplexControl
_Contents = QStyle.ContentsType
_Metric = QStyle.PixelMetric
_Hint = QStyle.StyleHint
_Part = QStyle.SubControl
_Element = QStyle.SubElement
_TEXT_INSET = 4  # of a line of text in its box, on top of what Qt leaves

_METRICS: Mapping[QStyle.PixelMetric, int] = {
    _Metric.PM_DefaultFrameWidth: 3,  # room for the ring and its round corners around a text box
    _Metric.PM_ScrollBarExtent: 12,
    _Metric.PM_ScrollBarSliderMin: TARGET,
    _Metric.PM_SplitterWidth: TIGHT + 1,
    _Metric.PM_IndicatorWidth: 18,
    _Metric.PM_IndicatorHeight: 18,
    _Metric.PM_ExclusiveIndicatorWidth: 18,
    _Metric.PM_ExclusiveIndicatorHeight: 18,
    _Metric.PM_CheckBoxLabelSpacing: SMALL,
    _Metric.PM_RadioButtonLabelSpacing: SMALL,
    _Metric.PM_MenuPanelWidth: 1,
    _Metric.PM_MenuVMargin: HAIR,
    _Metric.PM_MenuHMargin: HAIR,
    _Metric.PM_MenuBarPanelWidth: 0,
    _Metric.PM_ButtonShiftHorizontal: 0,
    _Metric.PM_ButtonShiftVertical: 0,
    _Metric.PM_ToolBarFrameWidth: 0,
}
_HINTS: Mapping[QStyle.StyleHint, int] = {
    _Hint.SH_EtchDisabledText: 0,
    _Hint.SH_DialogButtonBox_ButtonsHaveIcons: 0,
    _Hint.SH_ComboBox_Popup: 0,
    _Hint.SH_Widget_Animation_Duration: 0,
    _Hint.SH_ToolTipLabel_Opacity: 255,
}
_LEAST_HEIGHT: Mapping[QStyle.ContentsType, int] = {
    _Contents.CT_PushButton: TARGET + HAIR,
    _Contents.CT_LineEdit: TARGET + HAIR,
    _Contents.CT_ComboBox: TARGET + HAIR,
    _Contents.CT_ToolButton: TARGET,
    _Contents.CT_CheckBox: TARGET,
    _Contents.CT_RadioButton: TARGET,
    _Contents.CT_ItemViewItem: TARGET,
    _Contents.CT_MenuItem: TARGET,
    _Contents.CT_MenuBarItem: TARGET,
    _Contents.CT_TabBarTab: TARGET + TIGHT,
    _Contents.CT_HeaderSection: TARGET,
}


class PaperStyle(QProxyStyle):
    """Fusion, drawn as paper: flat, ruled, with a ring of accent around what has the keyboard."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__("Fusion")
        self._ink = Ink.of(tokens)
        self._hints = {**_HINTS, _Hint.SH_Table_GridLineColor: _signed(self._ink.rule.rgba())}
        self._controls: Mapping[QStyle.ControlElement, _Draw] = {
            _Control.CE_PushButtonLabel: self._button_label,
            _Control.CE_MenuItem: self._menu_item,
            _Control.CE_MenuBarItem: self._menu_bar_item,
            _Control.CE_ShapedFrame: self._shaped_frame,
        }

    def repaint_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """Draw the frame of a text box again as the keyboard comes or goes; Qt repaints its inside only."""
        for widget in (old, new):
            if isinstance(widget, QAbstractScrollArea):
                QWidget.update(widget)

    # What Qt asks a style for

    def drawPrimitive(self, element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter, /,
                      widget: QWidget | None = None) -> None:  # fmt: skip
        shape = PRIMITIVES.get(element)
        if shape is None:
            super().drawPrimitive(element, option, painter, widget)
        else:
            shape(self._ink, option, painter, widget)

    def drawControl(self, element: QStyle.ControlElement, option: QStyleOption, painter: QPainter, /,
                    widget: QWidget | None = None) -> None:  # fmt: skip
        if (shape := CONTROLS.get(element)) is not None:
            shape(self._ink, option, painter, widget)
        elif (draw := self._controls.get(element)) is not None:
            draw(option, painter, widget)
        else:
            super().drawControl(element, option, painter, widget)

    def drawComplexControl(self, control: QStyle.ComplexControl, option: QStyleOptionComplex,
                           painter: QPainter, /, widget: QWidget | None = None) -> None:  # fmt: skip
        if control is _Complex.CC_ScrollBar and isinstance(option, QStyleOptionSlider):
            slider = _bar_part(option, _Part.SC_ScrollBarSlider)
            scroll_bar(self._ink, option, slider, painter, widget)
        elif control is _Complex.CC_ComboBox:
            combo_box(self._ink, option, painter)
        else:
            super().drawComplexControl(control, option, painter, widget)

    def pixelMetric(self, metric: QStyle.PixelMetric, /, option: QStyleOption | None = None,
                    widget: QWidget | None = None) -> int:  # fmt: skip
        ours = _METRICS.get(metric)
        return super().pixelMetric(metric, option, widget) if ours is None else ours

    def styleHint(self, hint: QStyle.StyleHint, /, option: QStyleOption | None = None,
                  widget: QWidget | None = None,
                  returnData: QStyleHintReturn | None = None) -> int:  # fmt: skip
        ours = self._hints.get(hint)
        return super().styleHint(hint, option, widget, returnData) if ours is None else ours

    def sizeFromContents(self, type: QStyle.ContentsType, option: QStyleOption, size: QSize, /,
                         widget: QWidget | None = None) -> QSize:  # fmt: skip
        asked = self.baseStyle().sizeFromContents(type, option, size, widget)
        if type is _Contents.CT_PushButton:
            asked.setWidth(size.width() + 2 * MEDIUM)
        elif type in (_Contents.CT_CheckBox, _Contents.CT_RadioButton):
            asked.setWidth(asked.width() + HAIR + 1)  # the ring goes round the words
        if isinstance(option, QStyleOptionMenuItem) and _is_separator(option):
            return QSize(asked.width(), HAIR * 2 + 1)
        return asked.expandedTo(QSize(0, _LEAST_HEIGHT.get(type, 0)))

    def subControlRect(self, cc: QStyle.ComplexControl, opt: QStyleOptionComplex, sc: QStyle.SubControl, /,
                       widget: QWidget | None = None) -> QRect:  # fmt: skip
        if cc is _Complex.CC_ScrollBar and isinstance(opt, QStyleOptionSlider):
            return _bar_part(opt, sc)
        asked = self.baseStyle().subControlRect(cc, opt, sc, widget)
        inset = _TEXT_INSET if sc is _Part.SC_ComboBoxEditField else 0
        return asked.adjusted(inset, 0, 0, 0)

    def subElementRect(self, element: QStyle.SubElement, option: QStyleOption, /,
                       widget: QWidget | None = None) -> QRect:  # fmt: skip
        if element is _Element.SE_ItemViewItemFocusRect:
            return option.rect  # the ring goes round the whole row, not its words
        asked = self.baseStyle().subElementRect(element, option, widget)
        if element is _Element.SE_LineEditContents:
            return asked.adjusted(_TEXT_INSET, 0, -_TEXT_INSET, 0)
        return asked

    # What is Fusion's with one thing changed

    def _button_label(self, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
        if isinstance(option, QStyleOptionButton) and is_default(option):
            option = QStyleOptionButton(option)
            option.palette.setColor(QPalette.ColorRole.ButtonText, self._ink.on_accent)
        super().drawControl(_Control.CE_PushButtonLabel, option, painter, widget)

    def _menu_item(self, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
        """Draw an entry of a menu: our ground when it is chosen, then Fusion's text, key and mark."""
        if not isinstance(option, QStyleOptionMenuItem) or _is_separator(option):
            painter.fillRect(_middle_line(option.rect), self._ink.rule)
            return
        if option.state & QStyle.StateFlag.State_Selected:
            box(painter, option.rect, self._ink.selection, None, SMALL_RADIUS)
            option = QStyleOptionMenuItem(option)
            option.state &= ~QStyle.StateFlag.State_Selected
        super().drawControl(_Control.CE_MenuItem, option, painter, widget)

    def _menu_bar_item(self, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
        painter.fillRect(option.rect, self._ink.desk)
        if not isinstance(option, QStyleOptionMenuItem):
            return
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_Sunken):
            box(painter, option.rect, self._ink.pressed, None, SMALL_RADIUS)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic | Qt.TextFlag.TextSingleLine
        enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
        self.drawItemText(painter, option.rect, int(flags), option.palette, enabled, option.text,
                          QPalette.ColorRole.ButtonText)  # fmt: skip

    def _shaped_frame(self, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
        """Draw a line where a line was asked for; any other frame as Fusion asks for it."""
        shape = option.frameShape if isinstance(option, QStyleOptionFrame) else QFrame.Shape.NoFrame
        if shape is QFrame.Shape.HLine:
            painter.fillRect(_middle_line(option.rect), self._ink.rule)
        elif shape is QFrame.Shape.VLine:
            middle = option.rect.center().x()
            painter.fillRect(QRect(middle, option.rect.y(), 1, option.rect.height()), self._ink.rule)
        else:
            super().drawControl(_Control.CE_ShapedFrame, option, painter, widget)


def _is_separator(option: QStyleOptionMenuItem) -> bool:
    return option.menuItemType is QStyleOptionMenuItem.MenuItemType.Separator


def _middle_line(rect: QRect) -> QRect:
    return QRect(rect.x(), rect.center().y(), rect.width(), 1)


def _signed(value: int) -> int:
    """Return 32 bits as Qt's `int` holds them; a style hint has no other way to say a colour."""
    return value - (1 << 32) if value >= 1 << 31 else value


def _bar_part(bar: QStyleOptionSlider, part: QStyle.SubControl) -> QRect:
    """Return where a part of a scroll bar stands: no arrows, so the groove is the whole bar."""
    upright = bar.orientation is Qt.Orientation.Vertical
    length = bar.rect.height() if upright else bar.rect.width()
    span = bar.maximum - bar.minimum
    slider = length if span <= 0 else max(TARGET, length * bar.pageStep // (span + max(1, bar.pageStep)))
    slider = min(slider, length)
    start = QStyle.sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, length - slider,
                                           bar.upsideDown)  # fmt: skip
    reaches = {
        _Part.SC_ScrollBarSlider: (start, slider),
        _Part.SC_ScrollBarSubPage: (0, start),
        _Part.SC_ScrollBarAddPage: (start + slider, length - start - slider),
        _Part.SC_ScrollBarGroove: (0, length),
    }
    offset, reach = reaches.get(part, (0, 0))
    if upright:
        return QRect(bar.rect.x(), bar.rect.y() + offset, bar.rect.width(), reach)
    return QRect(bar.rect.x() + offset, bar.rect.y(), reach, bar.rect.height())
