"""Words with a fixed meaning in the standards of news, and ours for them."""

from typing import Final

from newsschema import Genre

GENRE_URI: Final = "http://cv.iptc.org/newscodes/genre/"
GENRES: Final = {
    Genre.NEWS: "Current",
    Genre.ANALYSIS: "Analysis",
    Genre.BACKGROUND: "Background",
    Genre.OPINION: "Opinion",
    Genre.INTERVIEW: "Interview",
    Genre.REVIEW: "Review",
    Genre.OBITUARY: "Obituary",
    Genre.PRESS_RELEASE: "Press_Release",
    Genre.ADVERTISEMENT: "Advertiser_Supplied",
    Genre.SATIRE: "Satire",
}
"""The codes of the IPTC's vocabulary of genres; it has none for what is written while an event goes on."""
_BY_WORD: Final = {
    word.casefold(): genre
    for genre in Genre
    for name in (genre.value, GENRES.get(genre, genre.value))
    for word in (name, name.replace("_", " "))
}


def genre_of(word: object) -> str | None:
    """The genre that a word or a URI of the IPTC names; `None` for any other."""
    if not isinstance(word, str):
        return None
    found = _BY_WORD.get(word.strip().removeprefix(GENRE_URI).removeprefix("genre:").casefold())
    return found and found.value
