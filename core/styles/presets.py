"""Styles: class strings for common elements, as in JustPy."""

_ROW = "inline-flex items-center justify-center gap-2"
_BUTTON = f"{_ROW} rounded-md px-4 py-2 m-1 font-semibold"
_BLUE = "bg-blue-600 text-white hover:bg-blue-700 active:bg-blue-800 transition-colors"
_STATES = (
    "focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-blue-600 "
    "disabled:opacity-50 disabled:cursor-not-allowed"
)


class Styles:
    """Class strings for common elements, for `classes=`."""

    button_simple = f"{_BUTTON} {_BLUE} {_STATES}"
    button_pill = f"{_ROW} rounded-full px-5 py-2 m-1 font-semibold {_BLUE} {_STATES}"
    button_outline = (
        f"{_BUTTON} border border-blue-600 bg-white text-blue-700 hover:bg-blue-600 "
        "hover:text-white dark:bg-gray-900 dark:text-blue-300 dark:hover:bg-blue-600 "
        f"dark:hover:text-white transition-colors {_STATES}"
    )
    button_bordered = (
        f"{_BUTTON} border-2 border-blue-800 bg-blue-600 text-white hover:bg-blue-700 "
        f"transition-colors {_STATES}"
    )
    button_disabled = f"{_BUTTON} bg-blue-600 text-white opacity-50 cursor-not-allowed"
    button_3d = (
        f"{_BUTTON} border-b-4 border-blue-800 bg-blue-600 text-white hover:bg-blue-700 "
        f"active:border-b-0 active:mt-2 {_STATES}"
    )
    button_elevated = (
        f"{_BUTTON} border border-gray-300 bg-white text-gray-800 shadow-md hover:bg-gray-50 "
        "hover:shadow-lg dark:border-gray-600 dark:bg-gray-800 dark:text-gray-100 "
        f"dark:hover:bg-gray-700 transition-shadow {_STATES}"
    )
    input_classes = (
        "m-2 rounded-md border border-gray-300 bg-white px-3 py-2 text-gray-900 "
        "placeholder:text-gray-400 focus:border-blue-500 focus:outline-2 focus:outline-blue-200 "
        "dark:border-gray-600 dark:bg-gray-800 dark:text-gray-100 dark:focus:outline-blue-900"
    )
    lorem_ipsum = (
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt "
        "ut labore et dolore magna aliqua. Ut enim ad minim veniam, quis nostrud exercitation "
        "ullamco laboris nisi ut aliquip ex ea commodo consequat. Duis aute irure dolor in "
        "reprehenderit in voluptate velit esse cillum dolore eu fugiat nulla pariatur. Excepteur "
        "sint occaecat cupidatat non proident, sunt in culpa qui officia deserunt mollit anim id "
        "est laborum."
    )
