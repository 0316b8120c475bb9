"""The comments of a Word file: who said what, in reply to which, and whether it is settled."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from msgspec import Struct

from reportgen.load.word_moments import moment
from reportgen.load.word_package import Package, walk_part
from reportgen.model.review import Comment, Reply

_SIGNS = {"tab": "\t", "br": "\n"}


class Remark(Struct, frozen=True):
    """A comment by its id in the file, with the replies to it. Where it stands, the other parts say."""

    id: str
    comment: Comment


@dataclass(slots=True)
class _Read:
    """A comment as it stands in its part: its paragraphs, and the id of the last of these."""

    id: str
    author: str
    date: str
    paragraphs: list[str] = field(default_factory=list)
    last: str = ""

    @property
    def text(self) -> str:
        """What it says, a line a paragraph."""
        return "\n".join(self.paragraphs).strip()


def read_comments(package: Package) -> tuple[Remark, ...]:
    """Return the comments of a file in the order of their part, each with all replies below it.

    Raises UnreadableError where a part is larger than any report needs, ExpatError where it is broken.
    """
    read = [comment for name in package.related("comments") for comment in _comments(package.part(name))]
    parents, resolved = _threads(package)
    threads = {comment.last: comment for comment in read if comment.last}
    heads = {comment.id: _root(comment, parents, threads).id for comment in read}
    return tuple(
        Remark(comment.id, _with_replies(comment, [other for other in read if heads[other.id] == comment.id], resolved))
        for comment in read
        if heads[comment.id] == comment.id
    )


def _with_replies(comment: _Read, thread: Iterable[_Read], resolved: Collection[str]) -> Comment:
    replies = tuple(Reply(other.author, other.date, other.text) for other in thread if other is not comment)
    return Comment(comment.author, comment.date, comment.text, None, None, replies, comment.last in resolved)


def _root(comment: _Read, parents: Mapping[str, str], threads: Mapping[str, _Read]) -> _Read:
    """Return the comment at the head of a thread; one that answers itself in a circle is its own."""
    at, seen = comment, {comment.id}
    while (above := threads.get(parents.get(at.last, ""))) is not None:
        if above.id in seen:
            return comment
        at = above
        seen.add(at.id)
    return at


class _Reader:
    """Reads the part of the comments."""

    def __init__(self) -> None:
        self.read: list[_Read] = []
        self._path: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin an element."""
        self._path.append(tag)
        if tag == "comment":
            id_, author = (attributes.get(key, "")[:200] for key in ("id", "author"))
            self.read.append(_Read(id_, author, moment(attributes)))
        elif tag == "p" and self.read:
            self.read[-1].paragraphs.append("")
            self.read[-1].last = attributes.get("paraId", "")
        else:
            self._say(_SIGNS.get(tag, ""))

    def end(self, tag: str) -> None:
        """End an element."""
        self._path.pop()

    def text(self, text: str) -> None:
        """Take text."""
        if self._path[-1:] == ["t"]:
            self._say(text)

    def _say(self, text: str) -> None:
        if self.read and self.read[-1].paragraphs:
            self.read[-1].paragraphs[-1] += text


def _comments(part: bytes | None) -> list[_Read]:
    reader = _Reader()
    if part is not None:
        walk_part(part, reader.start, reader.end, reader.text)
    return reader.read


def _threads(package: Package) -> tuple[dict[str, str], set[str]]:
    """Return the parents of comments, and those that are settled, by the ids of their last paragraphs."""
    parents: dict[str, str] = {}
    resolved: set[str] = set()

    def start(tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "commentEx":
            id_ = attributes.get("paraId", "")
            if "paraIdParent" in attributes:
                parents[id_] = attributes["paraIdParent"]
            if attributes.get("done") in ("1", "true", "on"):
                resolved.add(id_)

    for name in package.related("commentsExtended"):
        walk_part(package.part(name) or b"<none/>", start)
    return parents, resolved
