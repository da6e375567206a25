"""A small program that copies files, as a file manager would: `clip_source.py FILE...`

With `--image FILE` it copies the image itself, as a picture viewer would. It prints "ready".
"""

import sys

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication


def main() -> None:
    application = QApplication(sys.argv[:1])
    data = QMimeData()
    if sys.argv[1] == "--image":
        data.setImageData(QImage(sys.argv[2]))
    else:
        data.setUrls([QUrl.fromLocalFile(file) for file in sys.argv[1:]])
    clipboard = application.clipboard()
    clipboard.dataChanged.connect(lambda: print("ready", flush=True))
    clipboard.setMimeData(data)
    application.exec()


if __name__ == "__main__":
    main()
