"""The addresses of uploads, for the owner `request.state.session_id`."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from ..engine import Uploads
from .batch import BatchHandler
from .put import PutHandler
from .tus import METHODS, TusHandler


def upload_routes(uploads: Uploads) -> list[BaseRoute]:
    """tus 1.0, PUT and batches below ``/uploads``."""
    tus, put = TusHandler(uploads), PutHandler(uploads)

    async def upload(request: Request) -> Response:
        # A PUT of a tus client may name another method (tus, core protocol).
        is_put = request.method == "PUT" and "Tus-Resumable" not in request.headers
        return await (put.put if is_put else tus.upload)(request)

    return [
        Route("/uploads/batch", BatchHandler(uploads).post, methods=["POST"]),
        Route("/uploads", tus.collection, methods=METHODS),
        Route("/uploads/{id}", upload, methods=METHODS),
    ]
