"""What the elements around the text of a NITF document say of it: into the fields of an article, and out of them.

The elements are plain data in lists by their names, whatever they stand in: `{"urgency": [{"ed-urg": "3"}]}`.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from typing import Final, TypeAlias
from urllib.parse import unquote

from newsschema import Article, Author, Dateline, Subject, SubjectKind
from newsschema._model.errors import Path
from newsschema._model.values import format_date
from newsschema.interop._builder import ArticleBuilder
from newsschema.interop._flow import text_of
from newsschema.interop._names import split_names
from newsschema.interop._nitf_body import Mark, nested, paragraphs
from newsschema.interop._node import Node
from newsschema.interop._pieces import Tree
from newsschema.interop._plain import without_nothing
from newsschema.interop._registry import Row
from newsschema.interop._report import LossCode
from newsschema.interop._uris import is_uri, to_id
from newsschema.interop._vocabulary import GENRES, genre_of
from newsschema.interop._xml import CHILDREN, SPACE, Element, children, is_element

FORMAT: Final = "nitf"
SUBJECT_CODES: Final = "http://cv.iptc.org/newscodes/subjectcode/"

FIELDS: Final = (
    Row("id", ("doc-id/@id-string", "nitf/@uno"), direct=True),
    Row("headline", ("hedline/hl1", "title")),
    Row("text", ("body.content",)),
    Row("language", ("nitf/@baselang", "nitf/@xml:lang"), direct=True),
    Row("published", ("date.issue/@norm", "pubdata/@date.publication"), direct=True),
    Row("updated", ("revision-history/@norm",), "partly", "the last, if it is after the issue", direct=True),
    Row("summary", ("abstract",), direct=True),
    Row("byline", ("byline",), "partly", "the names of the authors where there is none", direct=True),
    Row("authors.name", ("byline/person",), "partly", "those whom the byline names"),
    Row("authors.role", ("byline/byttl",), "partly", "where the byline has it"),
    Row("authors.affiliation", ("byline/byttl/org",), "partly", "where there is no byline"),
    Row("authors.same_as", ("byline/person/@value",), "partly", "the first"),
    Row("publisher", ("pubdata/@name",), direct=True),
    Row("credit", ("distributor",), direct=True),
    Row("dateline.text", ("dateline",)),
    Row("dateline.place", ("dateline/location",), "partly", "where the line has it"),
    Row("dateline.date", ("dateline/story.date",), "partly", "where the line has it"),
    Row("dateline.credit", (), "no"),
    Row("url", ("pubdata/@ex-ref",), direct=True),
    Row("section", ("pubdata/@position.section",), direct=True),
    Row("genre", ("tobject.property/@tobject.property.type",)),
    Row("version", ("du-key/@version",), "partly", "if it has no spaces", direct=True),
    Row("status", ("docdata/@management-status",), direct=True),
    Row("embargoed_until", ("date.release/@norm",), "partly", "if it is not the time of issue", direct=True),
    Row("rights", ("rights",), direct=True),
    Row(
        "subjects",
        ("tobject.subject", "key-list/keyword", "identified-content", "evloc"),
        "partly",
        "the order within each",
    ),
    Row("corrections.text", ("correction/@info",)),
    Row("corrections.date", (), "no"),
    Row("annotators", (), "no"),
    Row("sources", ("@quote-source", "person", "org", "function"), "partly", "name, kind and role"),
    Row(
        "quotes",
        ("q", "bq"),
        "partly",
        "words between marks, their speaker and the words that name the speaker",
    ),
    Row("extra", (), "partly", "the elements under `org.iptc.nitf`"),
)
_DIRECT: Final = [(row.ours, *name.partition("/@")) for row in FIELDS if row.direct for name in row.theirs]
ATTRIBUTES: Final = [(ours, name, attribute) for ours, name, at, attribute in _DIRECT if at]
"""Our fields, and the elements and attributes that hold them: the first is written, the others are read beside it."""
TEXTS: Final = [(ours, name) for ours, name, at, _ in _DIRECT if not at]
"""Our fields, and the elements whose words they are."""
_IDENTIFIED: Final = {
    SubjectKind.PERSON: ("person", "value"),
    SubjectKind.ORGANISATION: ("org", "value"),
    SubjectKind.PLACE: ("location", "location-code"),
    SubjectKind.EVENT: ("event", "value"),
    SubjectKind.TOPIC: ("classifier", "value"),
}
"""Elements of `identified-content`, and their attributes that may hold a URI."""
_TIERS: Final = ("tobject.subject.detail", "tobject.subject.matter", "tobject.subject.type")
"""Names of a subject, the narrowest first."""
_NORM: Final = re.compile(r"(\d{4})(\d\d)(\d\d)(?:(T?)(\d\d)(\d\d)(\d\d)([.,]\d{1,6})?(Z|[+-]\d\d:?\d\d)?)?", re.ASCII)
_CODE: Final = re.compile(r"\d{8}", re.ASCII)
_TOKEN: Final = re.compile(r"[\w.:-]+", re.ASCII)
_AROUND_NAME: Final = " ,\n"


# Reading.


def add_element(sections: Tree, name: str, element: Element) -> None:
    """Add an element to those of its name, if it says anything."""
    if element:
        sections.setdefault(name, []).append(element)


def elements_of(head: Node, name: str) -> list[Node]:
    """The elements of a name that are well formed."""
    return [node for node in head.get(name).items() if is_element(node.value)]


def inside(node: Node, *names: str) -> Iterator[tuple[str, Node]]:
    """The elements in an element, each with its name: all, or those of these names."""
    for item in node.get(CHILDREN).objects():
        for name in item.value:
            if not names or name in names:
                yield name, item.at((name,))


def words_of(node: Node) -> str:
    """The words in an element, which is read by that with all that is in it."""
    return text_of("p", node.take())


def read_head(builder: ArticleBuilder, head: Node) -> None:
    """Take what the elements say; what is known already stays."""
    issued = [_normal_date(node.value) for node in _values(head, "date.issue", "norm")]
    for ours, name, attribute in ATTRIBUTES:
        for node in _values(head, name, attribute):
            said = _READ.get(ours, str)(node.value)
            if ours not in builder.tree and _means(ours, said, issued):
                builder.read(ours, said, node.path)
                node.take()
    for ours, name in TEXTS:
        lines = elements_of(head, name) if ours not in builder.tree else []
        builder.read(ours, "\n".join(filter(None, map(words_of, lines))), (name, 0))
    for node in _headlines(head):
        if text_of("p", node.value) in (builder.tree.get("headline"), ""):
            node.take()
        elif "headline" not in builder.tree:
            builder.read("headline", words_of(node), node.path)
    for node in elements_of(head, "byline"):
        _read_authors(builder, node)
    _read_dateline(builder, head)
    _read_subjects(builder, head)
    _read_genre(builder, head)
    for node in _values(head, "correction", "info"):
        builder.add("corrections", node.path, text=node.take())


def _values(head: Node, name: str, attribute: str) -> list[Node]:
    """The values of an attribute; of revisions the last comes first."""
    nodes = [node.get(attribute) for node in elements_of(head, name)]
    found = [node for node in nodes if node and node.value.strip()]
    return found[::-1] if name == "revision-history" else found


def _normal_date(value: str) -> str:
    """A date or time in the long form of ISO 8601; anything else as it is.

    NITF has the short form, and `20260303000000-0500`, without a `T`, for a date whose time is not known.
    """
    match = _NORM.fullmatch(value.strip())
    if match is None:
        return value
    year, month, day, mark, hour, minute, second, fraction, offset = match.groups()
    if hour is None or (not mark and hour + minute + second == "000000"):
        return f"{year}-{month}-{day}"
    zone = offset if offset in (None, "Z") or ":" in offset else f"{offset[:3]}:{offset[3:]}"
    return f"{year}-{month}-{day}T{hour}:{minute}:{second}{fraction or ''}{zone or ''}"


_READ: Final[dict[str, Callable[[str], str]]] = {
    "id": lambda name: to_id(name, FORMAT),
    "published": _normal_date,
    "updated": _normal_date,
    "embargoed_until": _normal_date,
}
"""What makes our value of theirs, where it is another."""


def _means(ours: str, value: str, issued: list[str]) -> bool:
    """Whether a value means what the field does.

    A release with the issue is no embargo, a revision before it or with it no update, and an embargo no status.
    """
    if ours == "embargoed_until":
        return value not in issued
    if ours == "updated":
        return not any(_is_before(value, moment) for moment in issued)
    return ours != "status" or value != "embargoed"


def _is_before(left: str, right: str) -> bool:
    """Whether a time is before another, or the same; false where it cannot be told."""
    try:
        return datetime.fromisoformat(left) <= datetime.fromisoformat(right)
    except (ValueError, TypeError):
        return False


def _headlines(head: Node) -> Iterator[Node]:
    """What may be the headline, the best first."""
    for node in elements_of(head, "hedline"):
        yield from (child for _, child in inside(node, "hl1"))
    yield from elements_of(head, "title")


def _read_authors(builder: ArticleBuilder, line: Node) -> None:
    """Take the writers that a byline marks; more of one who is known already is added to what is known."""
    known = {author["name"]: author for author in builder.tree.get("authors", ())}
    for author in _authors(line.value):
        same = known.get(author.get("name", ""))
        if same is not None:
            same.update(author | same)
        elif "name" in author:
            builder.add("authors", line.path, **author)


def _authors(line: Element) -> list[Tree]:
    """The writers in a byline. Words before a title are a name where nothing else is marked as one."""
    authors: list[Tree] = []
    words = ""
    for item in line.get(CHILDREN, ()):
        if isinstance(item, str):
            words = item
            continue
        for name, child in item.items():
            if name == "person":
                same_as = [child["value"]] if is_uri(child.get("value")) else []
                authors.append(without_nothing(name=text_of(name, child), same_as=same_as))
            elif name == "byttl":
                titled = authors[-1:]
                if not authors:
                    titled = authors = [{"name": name} for name in split_names(words.strip(_AROUND_NAME)) if name]
                for author in titled:
                    author.update(_title(child))
    return authors


def _title(element: Element) -> Tree:
    """What the title of an author says: a role, and the body that the author works for."""
    rest = [item for item in element.get(CHILDREN, ()) if isinstance(item, str) or "org" not in item]
    bodies = [text_of(name, child) for name, child in children(element, "org")]
    role = text_of("byttl", {CHILDREN: rest}).strip(_AROUND_NAME)
    return without_nothing(role=role, affiliation=next(iter(bodies), None))


def _read_dateline(builder: ArticleBuilder, head: Node) -> None:
    for node in elements_of(head, "dateline"):
        text = text_of("dateline", node.value)
        if text and "dateline" not in builder.tree and not _NORM.fullmatch(text):  # that is for programs
            parts = {name: text_of(name, child.value) for name, child in inside(node, "location", "story.date")}
            line = without_nothing(text=text, place=parts.get("location"), date=parts.get("story.date"))
            builder.read("dateline", line, node.path)
            node.take()


_Found: TypeAlias = tuple[Node, SubjectKind, str, str | None]
"""A subject: its element, its kind, its name and its URI."""


def _read_subjects(builder: ArticleBuilder, head: Node) -> None:
    seen: set[tuple[SubjectKind, str, str | None]] = set()
    nameless: list[str] = []
    for found in (_coded, _keywords, _identified, _places):
        for node, kind, name, uri in found(head):
            if name and (kind, name, uri) not in seen:
                seen.add((kind, name, uri))
                nameless += [name] if uri == SUBJECT_CODES + name else []
                builder.add("subjects", node.path, name=name, kind=kind.value, uri=uri)
    report_nameless(builder, ("tobject",), nameless)


def report_nameless(builder: ArticleBuilder, path: Path, codes: list[str]) -> None:
    """Report subjects that a document gives by their codes alone."""
    if codes:
        reason = f"{len(codes)} subjects have a code and no name, and the code stands for it: {', '.join(codes[:5])}"
        builder.lose(LossCode.CHANGED, path, reason)


def _coded(head: Node) -> Iterator[_Found]:
    """Subjects of a vocabulary, by their narrowest name; by their code where they have no name."""
    for element in elements_of(head, "tobject"):
        for _, node in inside(element, "tobject.subject"):
            code = str(node.get("tobject.subject.refnum").value or "")
            scheme = node.get("tobject.subject.ipr").value or "IPTC"
            uri = SUBJECT_CODES + code if scheme == "IPTC" and _CODE.fullmatch(code) else None
            name = node.get(*_TIERS)
            node.skip(*(("tobject.subject.ipr", "tobject.subject.refnum") if uri else ()))
            yield node, SubjectKind.TOPIC, str(name.take() or code), uri


def _keywords(head: Node) -> Iterator[_Found]:
    for element in elements_of(head, "key-list"):
        for _, node in inside(element, "keyword"):
            key = node.get("key").value
            yield node, SubjectKind.TOPIC, str(key or "") or text_of("p", node.value), None
            node.take()


def _identified(head: Node) -> Iterator[_Found]:
    for element in elements_of(head, "identified-content"):
        for kind, (wanted, attribute) in _IDENTIFIED.items():
            for _, node in inside(element, wanted):
                value = node.get(attribute)
                label = text_of("p", node.value)
                uri = value.take() if is_uri(value.value) else None
                node.skip(*((CHILDREN,) if label else (attribute,)))
                yield node, kind, label or str(value.value or ""), uri


def _places(head: Node) -> Iterator[_Found]:
    for node in elements_of(head, "evloc"):
        names = [node.get(name).take() for name in ("city", "county-dist", "state-prov")]
        yield node, SubjectKind.PLACE, ", ".join(filter(None, names)), None


def _read_genre(builder: ArticleBuilder, head: Node) -> None:
    for element in elements_of(head, "tobject"):
        for _, node in inside(element, "tobject.property"):
            kind = node.get("tobject.property.type")
            genre = genre_of(kind.value)
            if genre and builder.tree.get("genre", genre) == genre:
                builder.read("genre", genre, kind.path)
                kind.take()


# Writing.


def head_of(article: Article) -> Tree:
    """The elements that the article's own fields make."""
    sections: Tree = {}
    written: set[str] = set()
    for ours, name, attribute in ATTRIBUTES:
        value = None if ours in written else _attribute(ours, getattr(article, ours))
        if value is not None:
            sections.setdefault(name, [{}])[0][attribute] = value
        written.add(ours)
    headline = article.headline
    made = {
        "title": headline and [_line(headline)],
        "hedline": headline and [{CHILDREN: [{"hl1": _line(headline)}]}],
        "abstract": article.summary and [{CHILDREN: paragraphs(article.summary)}],
        "byline": _bylines(article),
        "distributor": article.credit and [_line(article.credit)],
        "rights": article.rights and [_line(article.rights)],
        "dateline": article.dateline and [_dateline(article.dateline)],
        "correction": [{"info": correction.text} for correction in article.corrections],
    }
    return sections | without_nothing(**made, **_subjects(article))


def _attribute(ours: str, value: object) -> str | None:
    """A value as an attribute; `None` where it cannot be one.

    A date or time is in the short form of ISO 8601, and an id is the name that it keeps.
    """
    if isinstance(value, date):
        text = format_date(value).replace("Z", "+00:00")
        return text[:10].replace("-", "") + text[10:].replace(":", "")
    if value is None or (ours == "version" and not _TOKEN.fullmatch(str(value))):
        return None
    return _name_of(str(value)) if ours == "id" else str(value)


def _name_of(uri: str) -> str:
    """The identifier that a URN keeps; any other URI as it is."""
    name = unquote(uri.removeprefix(f"urn:x-{FORMAT}:"))
    return name if to_id(name, FORMAT) == uri else uri


def _line(text: str, marks: Iterable[Mark] = ()) -> Element:
    """The content of an element that holds a line."""
    is_tidy = SPACE.sub(" ", text).strip() == text
    return {**({} if is_tidy else {"xml:space": "preserve"}), CHILDREN: nested(text, marks)}


def _one(items: list[Element]) -> list[Element]:
    """One element that holds these, or none."""
    return [{CHILDREN: items}] if items else []


_Part: TypeAlias = tuple[str, str | None, Element]
"""An element for a part of a line: its name, the words, its attributes."""


def _found(text: str, parts: Iterable[_Part]) -> Iterator[Mark]:
    """Marks around the first place of each part of a line behind that of the part before it."""
    at = 0
    for name, words, attributes in parts:
        start = text.find(words, at) if words else -1
        if words and start >= 0:
            at = start + len(words)
            yield Mark(start, at, name, attributes)


def _bylines(article: Article) -> list[Element]:
    """The printed line, with elements around what it has of the writers; without one, a line for each."""
    if article.byline is None:
        return [_byline(author) for author in article.authors]
    parts: list[_Part] = []
    for author in article.authors:
        parts += [("person", author.name, _value(author)), ("byttl", author.role, {})]
    return [_line(article.byline, _found(article.byline, parts))]


def _byline(author: Author) -> Element:
    title: list[str | Element] = [author.role] if author.role else []
    if author.affiliation:
        title += [*([", "] if title else []), {"org": _line(author.affiliation)}]
    person = {"person": {**_value(author), **_line(author.name)}}
    return {CHILDREN: [person, *([{"byttl": {CHILDREN: title}}] if title else [])]}


def _value(author: Author) -> Element:
    return {"value": author.same_as[0]} if author.same_as else {}


def _dateline(dateline: Dateline) -> Element:
    parts: list[_Part] = [("location", dateline.place, {}), ("story.date", dateline.date, {})]
    return _line(dateline.text, _found(dateline.text, parts))


def _subjects(article: Article) -> Tree:
    """The genre and the subjects of the IPTC's vocabulary, keywords, and all other subjects."""
    coded: list[Element] = []
    keywords: list[Element] = []
    others: list[Element] = []
    if article.genre is not None:
        coded.append({"tobject.property": {"tobject.property.type": GENRES.get(article.genre, article.genre.value)}})
    for subject in article.subjects:
        code = (subject.uri or "").removeprefix(SUBJECT_CODES)
        if subject.kind is SubjectKind.TOPIC and _CODE.fullmatch(code):
            coded.append(_coded_subject(code, subject))
        elif subject.kind is SubjectKind.TOPIC and subject.uri is None:
            keywords.append({"keyword": {"key": subject.name}})
        else:
            name, attribute = _IDENTIFIED[subject.kind]
            others.append({name: {**without_nothing(**{attribute: subject.uri}), **_line(subject.name)}})
    return {"tobject": _one(coded), "key-list": _one(keywords), "identified-content": _one(others)}


def _coded_subject(code: str, subject: Subject) -> Element:
    """A subject of the vocabulary; the zeros at the end of its code tell how narrow it is."""
    tier = _TIERS[2] if code.endswith("000000") else _TIERS[1] if code.endswith("000") else _TIERS[0]
    named = {"tobject.subject.ipr": "IPTC", "tobject.subject.refnum": code, tier: subject.name}
    return {"tobject.subject": named}
