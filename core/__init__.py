"""Satchel's engine: pages of components, kept live in the browser, and files in and out of them.

Programs write ``import core as jp``. Only these names are public. The engine must not
know `desktop`: it also serves without a window.
"""

import asyncio
import json
import os
from datetime import datetime

from starlette.middleware import Middleware
from starlette.responses import (
    FileResponse,
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from starlette.staticfiles import StaticFiles
from starlette.websockets import WebSocket

from .attribute_dict import AttributeDict as Dict
from .downloads.archives import Zip
from .downloads.component_files import file_address, forget_address
from .downloads.offers import download as Download
from .elements import handlers as _handlers
from .elements import tags as _tags
from .elements.client_module import Module
from .elements.component import Component
from .elements.composites import AutoTable, HTMLEntity, Icon, InputChangeOnly
from .elements.lookup import component_by_tag, get_tag
from .elements.message import FormItem, HandlerFunction, KeyData, Msg
from .elements.notice import Notice
from .elements.parse import parse_html, parse_html_file
from .elements.tab_group import TabGroup
from .elements.tags import *  # noqa: F403 - a class per element, listed in __all__ below
from .elements.webpage import WebPage
from .files.entries import Entry
from .files.errors import FileError
from .files.received_file import File
from .files.session_folder import SessionFolder
from .language.texts import gettext, ngettext
from .legacy.components import Hello, Space
from .legacy.text_handlers import TextHandlers as _TextHandlers
from .live.errors import PageLeft, ScriptError
from .serving import App, app, justpy, serve
from .serving import add_route as Route
from .serving import set_route as SetRoute
from .styles.presets import Styles
from .web.clipboard import copy_files
from .web.pages.page_request import PageRequest as Request
from .web.pages.responses import redirect
from .web.program_limits import Limits
from .web.unfinished_uploads import UnfinishedUpload

_named = {name: globals()[name] for name in _tags.__all__}
for _class in (AutoTable, Component, Hello, HTMLEntity, Icon, InputChangeOnly, Space, TabGroup):
    _named[_class.__name__] = _class
_handlers.provide(_TextHandlers(_named).compile, Msg)

run_task = app.run_task
Link = _tags.A

__all__ = [
    *_tags.__all__,
    "App",
    "AutoTable",
    "Component",
    "Dict",
    "Entry",
    "Download",
    "File",
    "FileError",
    "FileResponse",
    "FormItem",
    "HTMLEntity",
    "HTMLResponse",
    "HandlerFunction",
    "Hello",
    "Icon",
    "InputChangeOnly",
    "JSONResponse",
    "KeyData",
    "Limits",
    "Link",
    "Middleware",
    "Module",
    "Msg",
    "Notice",
    "PageLeft",
    "PlainTextResponse",
    "RedirectResponse",
    "Request",
    "Response",
    "Route",
    "ScriptError",
    "SessionFolder",
    "SetRoute",
    "Space",
    "StaticFiles",
    "StreamingResponse",
    "Styles",
    "TabGroup",
    "UnfinishedUpload",
    "WebPage",
    "WebSocket",
    "Zip",
    "app",
    "asyncio",
    "copy_files",
    "component_by_tag",
    "datetime",
    "file_address",
    "forget_address",
    "get_tag",
    "gettext",
    "json",
    "justpy",
    "ngettext",
    "os",
    "parse_html",
    "parse_html_file",
    "redirect",
    "run_task",
    "serve",
]
