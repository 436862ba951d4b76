"""The endpoints."""

from typing import Annotated, Any

from fastapi import Body, FastAPI

from newsschema import Article
from pressroom import Item

app = FastAPI(title="pressroom")


@app.post("/items")
def add(item: Item) -> Article:
    """Take an item, and give its article back."""
    return item.article


@app.post("/articles")
def take(article: Annotated[Article, Body()]) -> dict[str, Any]:
    """Take an article by itself, and give back whom it quotes."""
    return {"id": article.id, "sources": article.sources}
