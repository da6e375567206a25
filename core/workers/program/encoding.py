"""Bytes of text in an unknown encoding -> text."""

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decoded(raw: bytes) -> tuple[str, str]:
    """The text, and the name of its encoding. What cannot be decoded becomes `�`.

    The bytes may end within a character.
    """
    encoding = _encoding(raw)
    text = codecs.getincrementaldecoder(encoding)("replace").decode(raw)
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "�"), encoding


def _encoding(raw: bytes) -> str:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return encoding
    if order := _byte_order(raw):
        return order
    text = codecs.getincrementaldecoder("utf-8")("replace").decode(raw)
    wrong = text.count("�")
    right = sum(not character.isascii() for character in text) - wrong if wrong else 1
    return "utf-8" if wrong * 4 <= right else "cp1252"


def _byte_order(raw: bytes) -> str:
    """UTF-16 without a mark: every second byte of most texts is zero."""
    head = raw[:4096]
    zeros = {"utf-16-be": head[::2].count(0), "utf-16-le": head[1::2].count(0)}
    order = max(zeros, key=lambda each: zeros[each])
    return order if zeros[order] > len(head) / 4 else ""
