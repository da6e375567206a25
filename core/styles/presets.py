"""Styles: class strings for common elements, as in JustPy."""


class Styles:
    """Class strings for common elements, for `classes=`."""

    button_simple = (
        "inline-flex items-center justify-center gap-2 rounded-md px-4 py-2 m-1 font-semibold "
        "bg-blue-600 text-white hover:bg-blue-700 active:bg-blue-800 transition-colors "
        "focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-blue-600 "
        "disabled:opacity-50 disabled:cursor-not-allowed"
    )
    button_pill = (
        "inline-flex items-center justify-center gap-2 rounded-full px-5 py-2 m-1 font-semibold "
        "bg-blue-600 text-white hover:bg-blue-700 active:bg-blue-800 transition-colors "
        "focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-blue-600 "
        "disabled:opacity-50 disabled:cursor-not-allowed"
    )
    button_outline = (
        "inline-flex items-center justify-center gap-2 rounded-md px-4 py-2 m-1 font-semibold "
        "border border-blue-600 bg-white text-blue-700 hover:bg-blue-600 hover:text-white "
        "dark:bg-gray-900 dark:text-blue-300 dark:hover:bg-blue-600 dark:hover:text-white "
        "transition-colors "
        "focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-blue-600 "
        "disabled:opacity-50 disabled:cursor-not-allowed"
    )
    button_bordered = (
        "inline-flex items-center justify-center gap-2 rounded-md px-4 py-2 m-1 font-semibold "
        "border-2 border-blue-800 bg-blue-600 text-white hover:bg-blue-700 transition-colors "
        "focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-blue-600 "
        "disabled:opacity-50 disabled:cursor-not-allowed"
    )
    button_disabled = (
        "inline-flex items-center justify-center gap-2 rounded-md px-4 py-2 m-1 font-semibold "
        "bg-blue-600 text-white opacity-50 cursor-not-allowed"
    )
    button_3d = (
        "inline-flex items-center justify-center gap-2 rounded-md px-4 py-2 m-1 font-semibold "
        "border-b-4 border-blue-800 bg-blue-600 text-white hover:bg-blue-700 "
        "active:border-b-0 active:mt-2 "
        "focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-blue-600 "
        "disabled:opacity-50 disabled:cursor-not-allowed"
    )
    button_elevated = (
        "inline-flex items-center justify-center gap-2 rounded-md px-4 py-2 m-1 font-semibold "
        "border border-gray-300 bg-white text-gray-800 shadow-md hover:bg-gray-50 hover:shadow-lg "
        "dark:border-gray-600 dark:bg-gray-800 dark:text-gray-100 dark:hover:bg-gray-700 "
        "transition-shadow "
        "focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-blue-600 "
        "disabled:opacity-50 disabled:cursor-not-allowed"
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
