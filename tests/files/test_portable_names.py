"""Any name -> one that every system can hold, for archives."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.files.errors import UnsafeName
from core.files.portable_names import portable_name

JOINING = "a .\u00a0\u200d\u200c👩🏽❤\ufe0fخक\u094d\u0301<C"
SCOTLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"


@pytest.mark.row(1, 2, 3, 4, 6, 7, 9, 10, 14, 15, 17)
@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("../../etc/passwd", ".._.._etc_passwd"),
        ("a/../../b", "a_.._.._b"),
        ("..\\..\\evil.txt", ".._.._evil.txt"),
        ("/etc/cron.d/x", "_etc_cron.d_x"),
        ("C:evil.txt", "C_evil.txt"),
        ("C:\\evil.txt", "C__evil.txt"),
        ("a\0.png", "a_.png"),
        ("a\r\nb\x1b[31m\x7f\x85.txt", "a__b_[31m__.txt"),
        ("x.exe.", "x.exe"),
        ("x ", "x"),
        (" x. . ", "x"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("nul .txt", "_nul .txt"),
        ("COM¹.log", "_COM¹.log"),
        ("lPt9", "_lPt9"),
        ("CONIN$", "_CONIN$"),
        ("cone.txt", "cone.txt"),
        ("photo\u202egpj.exe", "photo_gpj.exe"),
        ("a\u200bb\u2060c\ufeff\U000e0041.txt", "abc.txt"),
        (".htaccess", ".htaccess"),
        (".bashrc", ".bashrc"),
        (".DS_Store", ".DS_Store"),
        ("__init__.py", "__init__.py"),
        ("Desktop.ini", "Desktop.ini"),
        ("autorun.inf", "autorun.inf"),
        ("<img src=x onerror=alert(1)>.png", "_img src=x onerror=alert(1)_.png"),
        ("bad\udcff.txt", "bad_.txt"),
        ("e\u0301.txt", "\u00e9.txt"),
        ("#%&%41 日本 é 😀.txt", "#%&%41 日本 é 😀.txt"),
        ("100%.png", "100%.png"),
        ("👩‍👩‍👧‍👦 🏳️‍🌈.png", "👩‍👩‍👧‍👦 🏳️‍🌈.png"),
        ("👩🏽\u200d💻 ❤️\u200d🔥.png", "👩🏽\u200d💻 ❤️\u200d🔥.png"),
        (f"{SCOTLAND} 🇩🇪.png", f"{SCOTLAND} 🇩🇪.png"),
        (f"{SCOTLAND[:-1]}.png", "🏴.png"),
        ("می\u200cخواهم.txt", "می\u200cخواهم.txt"),
        ("क्\u200dष র\u200d্য.txt", "क्\u200dष র\u200d্য.txt"),
        ("pay\u200cpal\u200d.txt\u200d", "paypal.txt"),
        ("\u200dخ\u200c.txt", "خ.txt"),
        ("x .\u00a0.", "x"),
        ("\u3000x\u2003.\u00a0", "x"),
    ],
)
def test_name_becomes_safe(raw: str, expected: str) -> None:
    assert portable_name(raw) == expected


@pytest.mark.row(8)
@pytest.mark.parametrize("raw", ["", ".", "..", "...", "   ", ". .", "\u200b"])
def test_nothing_left_is_refused(raw: str) -> None:
    with pytest.raises(UnsafeName, match="another name"):
        portable_name(raw)


@pytest.mark.row(11)
@pytest.mark.parametrize("raw", ["a" * 300 + ".jpg", "😀" * 255 + ".jpg", "d/" * 2048 + "x.jpg"])
def test_long_name_is_shortened_before_its_extension(raw: str) -> None:
    name = portable_name(raw)
    assert name.endswith(".jpg")
    assert len(name.encode()) <= 255


@pytest.mark.row(11)
def test_long_extension_is_shortened_too() -> None:
    assert len(portable_name("x." + "e" * 400).encode()) == 255


@pytest.mark.row(1, 4, 6, 7, 8, 9, 11)
@given(
    st.text(max_size=400) | st.text("a .\u00a0\u200d\u200c👩🏽❤\ufe0fخक\u094d\u0301<C", max_size=80)
)
@example("a." + "\u0301" * 300)
@example("<\u0338")
@example("con\u200b")
@example("x" * 254 + " .y")
@example("x .\u00a0.")
@example("👩\u200d" * 40)
@example("خ\u200c" * 70)
@example(SCOTLAND * 12)
def test_any_text_gives_a_portable_name_or_is_refused(raw: str) -> None:
    try:
        name = portable_name(raw)
    except UnsafeName:
        return
    assert portable_name(name) == name
    assert unicodedata.is_normalized("NFC", name)
    assert 0 < len(name.encode()) <= 255
    assert not set(name) & set('/\\<>:"|?*\0')
    assert not name.startswith(" ") and not name.endswith((".", " "))
