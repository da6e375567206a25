"""Bad input, and the tests that show what is answered: ``@pytest.mark.row(29)`` names a row.

`pytest -m row` runs all of them.
"""

from __future__ import annotations

from tests.support.marks import marked

ROWS = {
    1: "../../etc/passwd, a/../../b: 400, or stored by its last part; nothing outside the folder",
    2: "..\\..\\evil.txt: a backslash separates on every system",
    3: "/etc/cron.d/x: an absolute path leads nowhere",
    4: "C:evil.txt, C:\\evil.txt: no colon in a name",
    5: "%2e%2e%2fz, %252e%252e%252f in an address: decoded once, then 404 or 400",
    6: "NUL in a name or an address: 400, never 500",
    7: "CR, LF, ESC, C0, C1, DEL in a name: replaced, escaped in logs",
    8: "an empty name, ., .., only spaces or dots: 400 or a name of ours",
    9: "dots and spaces at the end of a name: gone, on every system",
    10: "CON, nul.txt, COM¹.log, LPT9, CONIN$ in any case: renamed, on every system",
    11: "256 bytes, 255 times four bytes, 4,096 bytes of name: shortened, never ENAMETOOLONG",
    12: "é composed and decomposed: the same name, the second gets a number",
    13: "A.txt and a.txt: the same name, the second gets a number",
    14: "bidi, invisible and tag characters in a name: gone",
    15: ".htaccess, .bashrc, __init__.py, desktop.ini, autorun.inf: stored under a harmless name",
    16: "x.jpg.php, X.HTML, x.xhtml, x.svgz: attachment and nosniff",
    17: "<img src=x onerror=...>.png as a name: escaped wherever it is shown",
    18: "the same name twice at once: two files, never mixed bytes",
    19: "folders that lead out, 10,000 levels, 100,000 files: 400 or 413",
    20: "tus metadata with a key twice, with spaces, not base64, of 1 MiB, not ASCII: 400 or 431",
    21: "filename* beside filename in a form: the plain one counts",
    22: "ids of others, ../x, a part of one: 404; who asks is looked at in every request",
    23: "symlinks in a session's folder: not followed",
    24: "paths of devices, FIFOs, growing or replaced files, not vouched for: refused",
    25: "ENOSPC, EDQUOT, EFBIG, EIO, EROFS while writing, syncing, renaming: 507, others unharmed",
    26: "kill -9 at any byte: a whole file or none; a part goes on at its true offset",
    27: "a power cut after 201: synced before the rename, the folder after it, then answered",
    28: "umask 000: files 0600, folders 0700",
    29: "Content-Length with Transfer-Encoding: 400",
    30: "two Content-Lengths, equal or not: 400",
    31: "one header of 60 KiB or 1 MiB, 20,000 headers: 431",
    32: "no Host, two Hosts: 400",
    33: "Host of others, localhost., another port: 421",
    34: "pipelined requests, a body after its refusal: in step; a body is never a request",
    35: "a body that ends too early: kept for tus, removed for PUT and forms, no crash in the log",
    36: "half a head, a byte every ten seconds, silence, 500 of these: closed in time",
    37: "Content-Encoding: gzip: 415, never inflated",
    38: "zero bytes: 201, an empty file",
    39: "a form that is cut off: 400, nothing stored",
    40: "5,000 and a million parts in a form: 413",
    41: "megabytes before and after a form: skipped cheaply",
    42: "offsets that are wrong, negative, 2^63, 1e3, missing: 409 or 400, no byte changed",
    43: "one byte too many, with and without Content-Length: 413, never longer",
    44: "two PATCHes at once, HEAD during a PATCH: the newer one wins, bytes of one client",
    45: "a wrong checksum, an unknown algorithm, not base64: 460 or 400, offset unchanged",
    46: "PATCH or DELETE of what is complete: 403 or 409; what a handler saved stays",
    47: "requests and forms of other sites: 403",
    48: "websockets of other origins or without a session: 403",
    49: "uploaded HTML, SVG, XML, JS, PDF opened in place: attachment, nosniff, sandbox",
    50: "polyglots, text that looks like HTML: nosniff, type by our own list",
    51: "quotes, CR LF, é, 😀, %, ; in a download's name: RFC 6266 and 8187, no header injected",
    52: "addresses of another session: 404; no referrer, no shared cache",
    53: "bytes=5-2, a-b, -0, 100- of 100 bytes: the whole, or 416",
    54: "5,000 ranges: the whole",
    55: "items=0-5, bytes=0-1_0, +1-5, Arabic digits: the whole",
    56: "a file cut, replaced or grown while it is sent: the connection is cut, nothing padded",
    57: "enormous pictures, 100,000 frames, bombs in metadata, 10,000 pages: refused or limited",
    58: "PostScript, ICNS and others named .jpg: no decoder is asked",
}


def test_every_row_has_a_test() -> None:
    assert sorted(marked("row")) == sorted(ROWS)
