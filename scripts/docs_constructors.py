"""For the documentation: an attrs class takes as arguments what its docstring lists as attributes.

An extension of griffe, which reads the sources for the site. It runs after `griffe_fieldz`, which knows the defaults.
"""

import re
from typing import Any

from griffe import Class, DocstringParameter, DocstringSectionAttributes, DocstringSectionParameters, Extension

_DATE = "date | datetime | None"  # at run time the alias is `Any`, for msgspec's sake
_MEMBER = re.compile(r"<([A-Za-z.]+): .*>")


def _is_date(cls: Class, name: str) -> bool:
    return "When" in str(cls.all_members[name].annotation)


class Constructors(Extension):
    """Shows the attributes of attrs classes as the table of what their constructors take, with defaults."""

    def on_class(self, *, cls: Class, **_: Any) -> None:
        """Turn the section, once the whole tree of objects is there."""
        if cls.docstring is None or not any("frozen" in str(decorator.value) for decorator in cls.decorators):
            return
        sections = cls.docstring.parsed
        for index, section in enumerate(sections):
            if isinstance(section, DocstringSectionAttributes):
                sections[index] = DocstringSectionParameters(
                    [
                        DocstringParameter(
                            item.name,
                            description=item.description,
                            annotation=_DATE if _is_date(cls, item.name) else item.annotation,
                            value=None if item.value is None else _MEMBER.sub(r"\1", str(item.value)),
                        )
                        for item in section.value
                    ]
                )
