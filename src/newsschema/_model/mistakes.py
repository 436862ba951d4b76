"""What is often given in place of the right thing: the name of a file for what is in it, a language for its tag."""

import re
from typing import Final

_BLOCK: Final = (
    "address|article|aside|blockquote|body|caption|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form"
    "|h[1-6]|header|hr|html|li|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul"
    r"|block|hedline|hl1|hl2|body\.content|body\.head|byline|dateline"  # of NITF
)
BLOCK: Final = re.compile(_BLOCK)
"""The elements of HTML and NITF that are paragraphs, or hold some."""
TAG: Final = re.compile(
    rf"</?({_BLOCK}|a|b|br|cite|em|font|i|iframe|img|picture|q|small|span|strike|strong|sub|sup|time|u|video)"
    r"(?:[\s/][^<>]*)?>",
    re.IGNORECASE,
)
_NO_WORDS: Final = re.compile(r"<(?:script|style)\b|<!--", re.IGNORECASE)
"""What a parser must take out, with all that is in it."""
ADDRESS: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")
FILE: Final = re.compile(
    r"\S+\.(?=\d*[A-Za-z])[A-Za-z0-9]{1,5}|[^\n<>{}\"]{1,255}\.(?:jsonl?|ndjson|txt|xml|html?|parquet|csv|md)(?:\.gz)?"
)
_LONGEST: Final = 2**12
"""Characters that a path has at most."""
_NAMES: Final = (
    "arabic=ar bengali=bn bulgarian=bg catalan=ca chinese=zh croatian=hr czech=cs danish=da dutch=nl "
    "english=en estonian=et finnish=fi french=fr german=de greek=el hebrew=he hindi=hi hungarian=hu "
    "icelandic=is irish=ga italian=it japanese=ja korean=ko latvian=lv malay=ms norwegian=no persian=fa "
    "polish=pl punjabi=pa romanian=ro russian=ru serbian=sr slovak=sk spanish=es swahili=sw swedish=sv "
    "tamil=ta thai=th turkish=tr ukrainian=uk urdu=ur welsh=cy"
)
_LANGUAGES: Final = {pair.partition("=")[0]: pair.partition("=")[2] for pair in _NAMES.split()}
"""The tags of languages, by their English names; most of these have the form of a tag, which no language has."""


def names_file(text: str) -> bool:
    """Whether a text is the name of a file, or an address, and nothing else."""
    text = text.strip() if len(text) <= _LONGEST else ""
    return FILE.fullmatch(text) is not None or ADDRESS.fullmatch(text) is not None


def has_tags(text: str) -> bool:
    """Whether there are tags of HTML in a text."""
    return "<" in text and (TAG.search(text) or _NO_WORDS.search(text)) is not None


def tag_meant(language: str) -> str | None:
    """The tag of a language whose English name stands where its tag should; `None` for anything else."""
    return _LANGUAGES.get(language.casefold())
