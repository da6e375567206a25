"""What the worker says about sound files for which there is no result."""


class Unsuitable(Exception):
    """The file is sound, but there is nothing to make of it."""


class NoPicture(Unsuitable):
    """Its format cannot be drawn."""
