"""Articles in Django: a field of a model, and an encoder for what is sent."""

from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from newsschema import Article, Quote, Source, from_dict, to_dict


class NewsEncoder(DjangoJSONEncoder):
    """Writes articles and their parts, beside what Django's own writes."""

    def default(self, o: Any) -> Any:
        """What JSON has no form of its own for."""
        return (
            to_dict(o)
            if isinstance(o, Article | Quote | Source)
            else super().default(o)
        )


class ArticleField(models.JSONField):
    """An article, kept as JSON that the database can look into."""

    def from_db_value(
        self, value: Any, expression: Any, connection: Any
    ) -> Article | None:
        """The article of what the database has."""
        tree = super().from_db_value(value, expression, connection)
        return None if tree is None else from_dict(tree)

    def get_prep_value(self, value: Any) -> Any:
        """What the database is to have."""
        return super().get_prep_value(
            to_dict(value) if isinstance(value, Article) else value
        )
