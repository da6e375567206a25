"""A frame of a video, upright."""

import contextlib
import struct
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, BinaryIO

from PIL import Image

from .errors import NoPicture
from .formats import check_pixels, decoder_missing

if TYPE_CHECKING:
    import av

# The display matrix of a frame, by the signs of its four parts (ISO/IEC 14496-12, section 6.2.2).
_TURNS = {
    (-1, 0, 0, -1): Image.Transpose.ROTATE_180,
    (0, 1, -1, 0): Image.Transpose.ROTATE_270,  # Pillow turns against the clock
    (0, -1, 1, 0): Image.Transpose.ROTATE_90,
    (-1, 0, 0, 1): Image.Transpose.FLIP_LEFT_RIGHT,
    (1, 0, 0, -1): Image.Transpose.FLIP_TOP_BOTTOM,
    (0, 1, 1, 0): Image.Transpose.TRANSPOSE,
    (0, -1, -1, 0): Image.Transpose.TRANSVERSE,
}


def frame(demuxer: str, file: BinaryIO, size: int) -> Image.Image:
    """A picture of a video, read by this demuxer of FFmpeg."""
    try:
        import av
    except ImportError:
        raise decoder_missing("video") from None
    nothing_else = {"protocol_whitelist": "none"}
    with av.open(file, "r", format=demuxer, options=nothing_else) as container:
        if not container.streams.video:
            raise NoPicture("it contains only sound")
        stream = container.streams.video[0]
        check_pixels(stream.width, stream.height)
        stream.codec_context.thread_count = 1
        shown = _decoded(container, stream)
        drawn: Image.Image = shown.to_image()  # type: ignore[no-untyped-call]
        drawn.thumbnail((size, size))
        return _upright(drawn, shown)


def _decoded(container: "av.container.InputContainer", stream: "av.VideoStream") -> "av.VideoFrame":
    """A frame after a tenth of the video, since many begin with black; else the first one."""
    import av

    for place in ((container.duration or 0) // 10, 0):
        with contextlib.suppress(av.FFmpegError):  # some formats cannot seek
            container.seek(place)
        with contextlib.suppress(av.FFmpegError):
            for frame in container.decode(stream):
                return frame
    raise ValueError("none of its frames can be decoded")


def _upright(picture: Image.Image, frame: "av.VideoFrame") -> Image.Image:
    """The picture turned and mirrored as the video requires."""
    from av.sidedata.sidedata import Type

    found: Iterable[Any] = frame.side_data
    matrix = next((each for each in found if each.type == Type.DISPLAYMATRIX), None)
    if matrix is None:
        return picture
    a, b, _, c, d = struct.unpack_from("=5i", bytes(matrix))
    turn = _TURNS.get(tuple((each > 0) - (each < 0) for each in (a, b, c, d)))
    return picture if turn is None else picture.transpose(turn)
