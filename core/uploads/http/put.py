"""``PUT /uploads/NAME``: one file is the whole body.

201 with the upload's address. A body that breaks off leaves nothing.
"""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from ..engine import Uploads
from ..metadata import describe
from .request import UploadRequest, answer


class PutHandler:
    """Requests in, engine calls, responses out."""

    def __init__(self, uploads: Uploads) -> None:
        self._uploads = uploads

    async def put(self, request: Request) -> Response:
        """Store one file."""
        return await answer(request, self._put)

    async def _put(self, request: UploadRequest) -> Response:
        request.check_coding()
        length = request.number("Content-Length") if request.header("Content-Length") else None
        claim = {"name": request.path_params["id"], "type": request.header("Content-Type")}
        upload = describe(request.owner, claim, length)
        await self._uploads.store_whole(upload, request.stream(), length)
        return JSONResponse({"id": upload.id}, 201, {"Location": f"/uploads/{upload.id}"})
