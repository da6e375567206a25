"""Translation: Qt's own words, as in its dialogs, in the language of the program's."""

import logging

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from core.language.catalogues import SOURCE
from core.language.chosen import language

log = logging.getLogger("satchel.desktop")


def prepare() -> None:
    """Choose the language of the web view. Before Qt's application is made."""
    chosen = QLocale(language())
    if chosen.language() != QLocale.system().language():  # which also knows the country
        QLocale.setDefault(chosen)


def speak() -> None:
    """Choose the words of Qt's dialogs, once Qt's application is there. On Qt's thread."""
    application = QCoreApplication.instance()
    chosen = language()
    if application is None or chosen == SOURCE or application.findChild(QTranslator, chosen):
        return
    translator = QTranslator(application)
    translator.setObjectName(chosen)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(chosen), "qtbase", "_", folder):
        QCoreApplication.installTranslator(translator)
    else:
        log.info("Qt has no words in the language %r: its own dialogs are English", chosen)
