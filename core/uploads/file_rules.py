"""What a file input accepts: checked before the first byte, and again with the content."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..files.received_file import File
from ..language.texts import _
from ..media import accept, sniffing
from ..media.format_names import describe_accept, describe_content, format_name
from ..media.sniffing import EMPTY
from ..sizes import against
from .errors import UploadRefused
from .info import UploadInfo


@dataclass(frozen=True)
class FileRules:
    """The limits of a file input, sizes in bytes; None means no limit.

    Attributes:
        max_size: of one file.
        max_files, max_total: of all files that are sent together.
        accept: as HTML has it: ``image/*,.pdf``.
    """

    max_size: int | None = None
    max_files: int | None = None
    max_total: int | None = None
    accept: str = ""

    def check(self, upload: UploadInfo, size: int, count: int = 0, total: int = 0) -> None:
        """Check a file before it is sent, by what its client claims.

        Args:
            count, total: how many files were sent with it so far, and their bytes.

        Raises:
            UploadRefused: 413, or 415 for a name that is not accepted.
        """
        if not accept.is_accepted_name(self.accept, upload.name, upload.type):
            raise UploadRefused(415, self._wrong_name(upload.name))
        if problem := self._too_much(upload.name, size, count, total):
            raise UploadRefused(413, problem)

    def sort_out(self, files: Sequence[File]) -> list[File]:
        """Return the accepted files; set the `error` of the others. Blocks: reads the files."""
        accepted: list[File] = []
        total = 0
        for file in files:
            problem = self._too_much(file.name, file.size, len(accepted), total)
            file.error = problem or self._wrong_type(file)
            if not file.error:
                accepted.append(file)
                total += file.size
        return accepted

    def _too_much(self, name: str, size: int, count: int, total: int) -> str:
        if self.max_size is not None and size > self.max_size:
            has, most = against(size, self.max_size)
            return _(
                "“{name}” has {size}; at most {most} are accepted.", name=name, size=has, most=most
            )
        if self.max_files is not None and count >= self.max_files:
            return _(
                "“{name}” is one file too many: at most {count} are accepted.",
                name=name,
                count=self.max_files,
            )
        if self.max_total is not None and total + size > self.max_total:
            has, most = against(total + size, self.max_total)
            return _(
                "With “{name}” the files have {size}; at most {most} are accepted.",
                name=name,
                size=has,
                most=most,
            )
        return ""

    def _wrong_type(self, file: File) -> str:
        if not accept.tokens(self.accept):
            return ""
        if not accept.is_accepted_name(self.accept, file.name, file.type):
            return self._wrong_name(file.name)
        found = sniffing.sniff(file.path)
        if accept.is_accepted_content(self.accept, file.name, file.type, found):
            return ""
        if found == EMPTY:
            return _(
                "“{name}” is empty: only {kinds} can be sent.",
                name=file.name,
                kinds=describe_accept(self.accept),
            )
        is_in_fact = describe_content(found)
        named_by = accept.matching_tokens(self.accept, file.name, file.type)
        if is_in_fact in {describe_content(token.removesuffix("/*")) for token in named_by}:
            is_in_fact = format_name(found)  # a picture, but of another format
        return _(
            "“{name}” is not accepted here: only {kinds} can be sent (its content is {content}).",
            name=file.name,
            kinds=describe_accept(self.accept),
            content=is_in_fact,
        )

    def _wrong_name(self, name: str) -> str:
        return _(
            "“{name}” is not accepted here: only {kinds} can be sent.",
            name=name,
            kinds=describe_accept(self.accept),
        )
