"""The endpoint."""

from fastapi import FastAPI

from newsschema import Article
from pressroom import Item

app = FastAPI(title="pressroom")


@app.post("/items")
def add(item: Item) -> Article:
    """Take an item, and give its article back."""
    return item.article
