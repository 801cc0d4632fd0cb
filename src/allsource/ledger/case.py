"""What does a case hold? Documents, claims and all that was made of them.

A case is a folder: ``ledger.sqlite`` and ``HEAD`` (see ``chain``), and
``evidence/`` with original bytes and stored texts by SHA-256 (see ``blobs``).
Kinds of entries: ``document``, ``input`` (a file as it was found),
``extraction`` (which claims a document gave, by which version), ``claim``,
``hop``, ``cluster``, ``drift``, ``relation``, ``loop``, ``series``, ``conflict``, ``estimate``,
``leg`` (of a flight), ``screening`` (of two pictures), ``listed`` (a party that a list may hold), ``bearing``
(of one of these on a claim), ``judgement`` (on two of an entity), ``assessment`` and ``setting`` (whether the case is a fictional one).
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from allsource.errors import CaseError, IntegrityError
from allsource.ledger.blobs import Blobs
from allsource.ledger.chain import Chain
from allsource.ledger.search import Hit, index, search
from allsource.model.claim import Claim
from allsource.model.document import Document
from allsource.model.records import claim_from_record, claim_record, from_record, record
from allsource.model.span import Span

__all__ = ["Case", "is_case"]


def is_case(folder: Path) -> bool:
    """Say whether ``folder`` is a case.

    Example:
        >>> is_case(Path("/nowhere"))
        False
    """
    return (folder / "ledger.sqlite").is_file()


class Case:
    """A case folder, open for reading and appending.

    Use it as a context manager; several processes may hold the same case.

    Args:
        folder: the case folder.
        create: make an empty case where there is none.

    Raises:
        CaseError: no case there, or the folder cannot be used.
        IntegrityError: the ledger's file is damaged.
    """

    def __init__(self, folder: Path, *, create: bool = False) -> None:
        if create:
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise CaseError(
                    f"{folder}: cannot be made ({error.strerror}); name another with --case"
                ) from error
        self.folder = folder
        self._chain = Chain(folder, create=create)
        self._blobs = Blobs(folder / "evidence")
        self._document = lru_cache(maxsize=4096)(self._load_document)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._chain.close()

    def transaction(self) -> AbstractContextManager[None]:
        """Commit all that is kept inside together, or nothing."""
        return self._chain.transaction()

    def keep_document(
        self, document: Document, original: bytes, paragraphs: Iterable[Span]
    ) -> bool:
        """Keep a document, its bytes and its text; False where it is there already.

        What a first reading said of equal bytes (title, dates, furniture) stands: the spans of
        the claims count in that text.
        """
        if self._chain.newest("document", document.id) is not None:
            return False
        self._blobs.keep(original)
        body = record(document)
        body["text"] = self._blobs.keep(document.text.encode())
        self._chain.append("document", document.id, body)
        index(self._chain.db, document, paragraphs)
        return True

    def document(self, name: str) -> Document:
        """Give the document of this id.

        Raises:
            CaseError: the case holds none of this id.
            IntegrityError: its text is not what was kept.
        """
        return self._document(name)

    def documents(self) -> Iterator[Document]:
        """Give all documents, in order of id."""
        for name, _ in self._chain.current("document"):
            yield self.document(name)

    def original(self, document: Document) -> bytes:
        """Give the original bytes of a document."""
        return self._blobs.read(document.sha256)

    def keep_claims(self, document: Document, version: str, claims: Sequence[Claim]) -> None:
        """Keep the claims that one version of the extractor found in a document."""
        for claim in claims:
            self._chain.append("claim", claim.id, claim_record(claim))
        found = {"version": version, "claims": [claim.id for claim in claims]}
        self._chain.append("extraction", document.id, found)

    def extracted_by(self, document: Document) -> str | None:
        """Give the version of the extractor that last read a document, or None."""
        found = self._chain.newest("extraction", document.id)
        return None if found is None else str(found["version"])

    def claims(self) -> Iterator[Claim]:
        """Give the current claims of all documents, by document id and then by place."""
        for name, found in self._chain.current("extraction"):
            document = self.document(name)
            for claim_name in found["claims"]:
                body = self._chain.newest("claim", claim_name)
                if body is None:
                    raise IntegrityError(
                        f"{self.folder}: claim {claim_name} is missing from the ledger; "
                        "run `allsource verify` and restore the case folder from a copy"
                    )
                yield claim_from_record(body, document)

    def keep(self, kind: str, name: str, noun: Any) -> bool:
        """Enter any other noun (a dataclass or JSON-able values); False where nothing is new."""
        return self._chain.append(kind, name, record(noun))

    def kept(self, kind: str, name: str) -> Any:
        """Give the newest entry of (kind, name) as JSON-able values, or None."""
        return self._chain.newest(kind, name)

    def all_kept(self, kind: str) -> Iterator[tuple[str, Any]]:
        """Give (id, newest entry) of every id of a kind."""
        return self._chain.current(kind)

    def history(self, kind: str, name: str) -> list[Any]:
        """Give every entry of (kind, name), oldest first."""
        return self._chain.history(kind, name)

    def search(self, query: str, limit: int = 50) -> Iterator[Hit]:
        """Find paragraphs of the stored texts; see ``ledger.search``."""
        return search(self._chain.db, query, lambda name: self.document(name).text, limit)

    def size(self) -> int:
        """Count the entries of the ledger."""
        return self._chain.size()

    def problems(self) -> Iterator[str]:
        """Re-hash all evidence and the whole chain; tell everything that changed."""
        yield from self._blobs.problems()
        yield from self._chain.problems()
        try:
            names = [name for name, _ in self._chain.current("document")]
        except Exception as error:  # noqa: BLE001 - whatever a damaged file raises is a finding
            yield f"{self.folder}: the documents cannot be listed ({error})"
            return
        for name in names:
            try:
                document = self._load_document(name)
            except CaseError as error:
                yield f"{name}: its text cannot be trusted ({error})"
                continue
            try:
                self._blobs.read(document.sha256)
            except CaseError:
                yield f"{document.path}: its original bytes are missing or not what was kept"

    def _load_document(self, name: str) -> Document:
        body = self._chain.newest("document", name)
        if body is None:
            raise CaseError(
                f"{self.folder}: no document {name}; `allsource search` lists what there is"
            )
        body["text"] = self._blobs.read(body["text"]).decode()
        return from_record(Document, body)
