"""The language of Qt's own dialogs.

Knows Qt's translations; our own words are in the catalogue."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator


class Tongue:
    """The one translator of the application; English is what Qt speaks by itself."""

    def __init__(self) -> None:
        self._translator: QTranslator | None = None

    def speak(self, language: str) -> None:
        """Have Qt's dialogs, dates and numbers in a language."""
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None
        QLocale.setDefault(QLocale(language))
        translator = QTranslator()
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if language != "en" and translator.load(f"qtbase_{language}", folder):
            QCoreApplication.installTranslator(translator)
            self._translator = translator
