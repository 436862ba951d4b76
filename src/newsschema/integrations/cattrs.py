"""The types inside other people's, structured by their own cattrs converter."""

from collections.abc import Iterable
from typing import Any, Self, cast

from cattrs import (
    AttributeValidationNote,
    ClassValidationError,
    Converter,
    IterableValidationError,
    IterableValidationNote,
)

from newsschema._json.strict import read_part
from newsschema._json.write import to_dict
from newsschema._model.containers import is_object
from newsschema._model.errors import Issue, ValidationError
from newsschema._model.fields import field_specs
from newsschema._model.types import MODELS, Edit, Fragment, Span


class IssueError(Exception):
    """One issue among the errors of cattrs; `cattrs.transform_error` shows its message and its code."""

    def __init__(self, issue: Issue) -> None:
        """Take the issue."""
        super().__init__(f"{issue.message} ({issue.code})")
        self.issue = issue

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle and copy the issue, of which the message is made."""
        return IssueError, (self.issue,)


class StructureError(ClassValidationError, ValidationError):
    """Data that is no valid object of a type, in the terms of cattrs and in ours: nested errors, and `issues`."""

    def __new__(cls, error: ValidationError, model: type) -> Self:
        """Nest the issues as cattrs nests errors."""
        nested = _nested([(issue.path, issue) for issue in error.issues], model)
        make: Any = super().__new__
        made: Self = make(cls, str(error), nested, model)
        return made

    def __init__(self, error: ValidationError, model: type) -> None:  # noqa: ARG002 - taken by `__new__`
        """Keep the issues."""
        self.issues: tuple[Issue, ...] = error.issues

    def __str__(self) -> str:
        """The issues, a line each."""
        return ValidationError.__str__(self)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle and copy the issues, of which the nested errors are made."""
        return StructureError, (ValidationError(self.issues), self.cl)

    def derive(self, excs: Any) -> Any:
        """A group of some of the errors, which is no longer one of ours."""
        group: Any = ClassValidationError
        return group(self.message, excs, self.cl)


def _nested(found: Iterable[tuple[tuple[str | int, ...], Issue]], model: type) -> list[Exception]:
    """The errors at one level: of the value itself, and groups for what it holds."""
    errors: list[Exception] = []
    inner: dict[str | int, list[tuple[tuple[str | int, ...], Issue]]] = {}
    for path, issue in found:
        if path:
            inner.setdefault(path[0], []).append((path[1:], issue))
        else:
            errors.append(IssueError(issue))
    for step, below in inner.items():
        errors.append(_noted(step, _nested(below, model), model))
    return errors


def _noted(step: str | int, errors: list[Exception], model: type) -> Exception:
    """The errors of one field or item as one, with the note by which cattrs finds their path."""
    if len(errors) == 1 and not _notes(errors[0]):
        error: Exception = errors[0]
    else:
        of_items = any(isinstance(note, IterableValidationNote) for one in errors for note in _notes(one))
        group: Any = IterableValidationError if of_items else ClassValidationError
        error = group(f"While structuring {step}", errors, model)
    where = f"Structuring {model.__name__} @ {step}"
    note = (
        IterableValidationNote(where, step, Any) if isinstance(step, int) else AttributeValidationNote(where, step, Any)
    )
    error.add_note(note)
    return error


def _notes(error: Exception) -> list[Any]:
    return list(getattr(error, "__notes__", ()))


def configure(converter: Converter, *, tag: str = "_type") -> None:
    """Register this library's hooks on a cattrs converter, so that its types are read strictly inside others.

    Works for any converter, including those of `cattrs.preconf` for MessagePack, YAML, TOML, BSON and CBOR. With
    detailed validation, an error is both a cattrs group and a [`ValidationError`][newsschema.ValidationError], so that
    `cattrs.transform_error` shows the codes and paths.

    Args:
        converter: Your converter. Its other hooks do not change.
        tag: The `tag_name` of your tagged unions, which cattrs leaves in the data of each member.

    Examples:
        >>> import attrs, cattrs
        >>> from newsschema import Article
        >>> @attrs.frozen
        ... class Clipping:
        ...     desk: str
        ...     article: Article
        >>> converter = cattrs.Converter()
        >>> configure(converter)
        >>> article = {"schema_version": "1.0", "id": "urn:example:1", "text": "Rain fell."}
        >>> converter.structure({"desk": "weather", "article": article}, Clipping).article.text
        'Rain fell.'
        >>> try:
        ...     article["id"] = "rain"
        ...     converter.structure({"desk": "weather", "article": article}, Clipping)
        ... except cattrs.ClassValidationError as error:
        ...     print(*cattrs.transform_error(error))  # doctest: +ELLIPSIS
        unknown error (expected a URI ... got 'rain' (bad-uri)) @ $.article.id
    """

    def structure(tree: Any, wanted: Any) -> Any:
        try:
            return read_part(_kind_of_span(tree) if wanted is Span else wanted, _without_tag(tree, tag, wanted))
        except ValidationError as error:
            raise StructureError(error, wanted) if converter.detailed_validation else error from None

    for cls in MODELS:
        converter.register_structure_hook(cls, structure)
        converter.register_unstructure_hook(cls, to_dict)
    converter.register_unstructure_hook(Span, _unstructure_span)


def _unstructure_span(span: Span) -> dict[str, Any]:
    """A span's plain data; what a fragment adds is written even where it is the default, so that it is read as one."""
    added = field_specs(type(span))[len(field_specs(Span)) :]
    return {spec.name: getattr(span, spec.name) for spec in added} | to_dict(span)


def _without_tag(tree: Any, tag: str, wanted: type) -> Any:
    """Plain data without the tag of a union of cattrs, unless the type has a field of that name."""
    if not is_object(tree) or tag in {spec.name for spec in field_specs(wanted)}:
        return tree
    return {key: value for key, value in tree.items() if key != tag}


def _kind_of_span(tree: Any) -> type[Span]:
    """What kind of span plain data is of, by the field that only this kind has."""
    for cls in (Fragment, Edit):
        names = {spec.name for spec in field_specs(cast("type", cls))} - {spec.name for spec in field_specs(Span)}
        if isinstance(tree, dict) and names & tree.keys():
            return cls
    return Span
