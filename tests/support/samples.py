"""Files of many kinds with the same picture: red on the left, blue on the right, 400 x 200."""

from __future__ import annotations

import io
import struct
import zlib

import av
import pillow_heif
from PIL import Image, ImageCms

VIDEOS = {  # FFmpeg's names of the container and of what is in it
    "mp4": "mpeg4",
    "mov": "mpeg4",
    "matroska": "mpeg4",
    "webm": "libvpx",
    "avi": "mpeg4",
    "mpegts": "mpeg2video",
    "mpeg": "mpeg2video",
    "flv": "flv1",
    "asf": "wmv2",
}


def image() -> Image.Image:
    """Red and blue."""
    drawn = Image.new("RGB", (400, 200), "red")
    drawn.paste("blue", (200, 0, 400, 200))
    return drawn


def colour(image: Image.Image, x: float, y: float) -> str:
    """`red`, `blue` or `other`, at a point from 0 to 1."""
    at = (int(image.width * x), int(image.height * y))
    red, _, blue = image.convert("RGB").getpixel(at)  # type: ignore[misc]
    return "red" if red > 180 > 80 > blue else "blue" if blue > 180 > 80 > red else "other"


def heic(orientation: int = 1) -> bytes:
    """As telephones write them: rotated, with the rotation noted."""
    pillow_heif.register_heif_opener()
    exif = Image.Exif()
    exif[0x0112] = orientation
    found = io.BytesIO()
    image().save(found, "HEIF", exif=exif.tobytes())
    return found.getvalue()


def pdf() -> bytes:
    """Two pages; the second is all blue."""
    pages = ["1 0 0 rg 0 0 200 200 re f 0 0 1 rg 200 0 200 200 re f", "0 0 1 rg 0 0 400 200 re f"]
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R 5 0 R]/Count 2>>"]
    for number, content in zip((4, 6), pages, strict=True):
        box = "/MediaBox[0 0 400 200]"
        objects.append(f"<</Type/Page/Parent 2 0 R{box}/Contents {number} 0 R>>")
        objects.append(f"<</Length {len(content)}>>stream\n{content}\nendstream")
    body, places = "%PDF-1.4\n", ""
    for number, each in enumerate(objects, 1):
        places += f"{len(body):010} 00000 n \n"
        body += f"{number} 0 obj\n{each}\nendobj\n"
    count = len(objects) + 1
    end = f"trailer\n<</Root 1 0 R/Size {count}>>\nstartxref\n{len(body)}\n%%EOF\n"
    return f"{body}xref\n0 {count}\n0000000000 65535 f \n{places}{end}".encode()


QUARTER = (0, 1, -1, 0)
MIRRORED = (-1, 0, 0, 1)


def video(
    container: str = "mp4",
    seconds: int = 5,
    matrix: tuple[int, int, int, int] | None = None,
    keys_every: int = 2,
) -> bytes:
    """It begins with black, as many do, and has a black edge at the bottom.

    Args:
        matrix: how it is to be shown: `QUARTER`, filmed upright, by a telephone, or `MIRRORED`.
        keys_every: number of frames from one key frame to the next.
    """
    found = io.BytesIO()
    with av.open(found, "w", format=container) as output:
        stream = output.add_stream(VIDEOS[container], rate=10)
        assert isinstance(stream, av.VideoStream)
        stream.width, stream.height, stream.pix_fmt, stream.gop_size = (
            400,
            200,
            "yuv420p",
            keys_every,
        )
        for number in range(10 * seconds):
            shown = image() if number > 1 else Image.new("RGB", (400, 200))
            shown.paste("black", (0, 180, 400, 200))
            output.mux(stream.encode(av.VideoFrame.from_image(shown)))
        output.mux(stream.encode())
    content = found.getvalue()
    return _shown_by(matrix, content) if matrix else content


def _shown_by(matrix: tuple[int, int, int, int], mp4: bytes) -> bytes:
    """With that matrix for its track."""
    a, b, c, d = (each << 16 for each in matrix)
    straight = struct.pack(">9i", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)
    other = struct.pack(">9i", a, b, 0, c, d, 0, 0, 0, 0x40000000)
    before, track, after = mp4.partition(b"tkhd")
    return before + track + after.replace(straight, other, 1)


def display_p3() -> bytes:
    """The profile of the colours of today's telephones: sRGB's with other primaries."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    primaries = {
        b"rXYZ": (0.5151, 0.2412, -0.0011),
        b"gXYZ": (0.2919, 0.6922, 0.0419),
        b"bXYZ": (0.1572, 0.0666, 0.7841),
    }
    for at in range(132, 132 + 12 * int.from_bytes(profile[128:132], "big"), 12):
        name, place, _ = struct.unpack_from(">4sII", profile, at)
        if name in primaries:
            numbers = (round(each * 65536) for each in primaries[name])
            struct.pack_into(">3i", profile, place + 8, *numbers)
    return bytes(profile)


def chunk(kind: bytes, data: bytes) -> bytes:
    """A part of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_header(width: int, height: int, depth: int = 8, kind: int = 6) -> bytes:
    """The first bytes of a PNG of that size."""
    size = struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size)


def png_with_bomb(kind: bytes, head: bytes) -> bytes:
    """A chunk that unpacks to 1 GB."""
    packer = zlib.compressobj()
    packed = [packer.compress(bytes(1 << 24)) + packer.flush(zlib.Z_FULL_FLUSH)] * 64
    data = head + b"".join(packed) + packer.flush()
    return png_header(10, 10) + chunk(kind, data) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


def gif_of_many_frames(count: int) -> bytes:
    """One red pixel, so many times."""
    head = b"GIF89a" + struct.pack("<HHBBB", 1, 1, 0x80, 0, 0) + b"\xff\0\0" + bytes(3)
    return head + bytes.fromhex("2c00000000010001000002024401 00") * count + b";"


def tiff_of_many_pages(count: int) -> bytes:
    """The first page, again and again."""
    found = io.BytesIO()
    page = image()
    page.save(found, "TIFF", save_all=True, append_images=[page.resize((8, 8))] * (count - 1))
    return found.getvalue()


def animated_png() -> bytes:
    """Red, then blue."""
    found = io.BytesIO()
    frames = [Image.new("RGB", (300, 300), c) for c in ("red", "blue")]
    frames[0].save(found, "PNG", save_all=True, append_images=frames[1:], loop=0)
    return found.getvalue()
