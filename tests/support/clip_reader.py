"""A small program that says what is on the clipboard, as a file manager reads it.

It prints one line of JSON: format -> text, of the formats named as arguments.
"""

import json
import sys

from PySide6.QtWidgets import QApplication


def main() -> None:
    application = QApplication(sys.argv[:1])
    data = application.clipboard().mimeData()
    found = {each: data.data(each).data().decode("utf-8", "replace") for each in sys.argv[1:]}
    print(json.dumps(found), flush=True)


if __name__ == "__main__":
    main()
