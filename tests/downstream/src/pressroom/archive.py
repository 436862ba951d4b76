"""Articles in a database, behind an API."""

from collections.abc import Iterator
from typing import Annotated, Any

from fastapi import Body, Depends, FastAPI, HTTPException
from sqlalchemy import JSON, Dialect, StaticPool, String, create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from sqlalchemy.types import TypeDecorator

from newsschema import Article, from_dict, to_dict


class ArticleJSON(TypeDecorator[Article]):
    """A column of articles, kept as JSON that the database can look into."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: Article | None, dialect: Dialect) -> Any:
        """What is stored."""
        return None if value is None else to_dict(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Article | None:
        """What is read: checked, so that nobody's UPDATE gets past the rules."""
        return None if value is None else from_dict(value)


class Base(DeclarativeBase):
    """The tables."""


class Story(Base):
    """An article and the desk that it lies on."""

    __tablename__ = "stories"

    id: Mapped[str] = mapped_column(String(500), primary_key=True)
    desk: Mapped[str]
    article: Mapped[Article] = mapped_column(ArticleJSON)


engine = create_engine(
    "sqlite://", connect_args={"check_same_thread": False}, poolclass=StaticPool
)
Base.metadata.create_all(engine)
app = FastAPI()


def session() -> Iterator[Session]:
    """A transaction for a request."""
    with Session(engine) as opened, opened.begin():
        yield opened


@app.put("/desks/{desk}")
def put(
    desk: str,
    article: Annotated[Article, Body()],
    stories: Annotated[Session, Depends(session)],
) -> str:
    """Keep an article."""
    stories.merge(Story(id=article.id, desk=desk, article=article))
    return article.id


@app.get("/articles")
def get(name: str, stories: Annotated[Session, Depends(session)]) -> Article:
    """Give an article."""
    story = stories.get(Story, name)
    if story is None:
        raise HTTPException(404)
    return story.article
