"""Articles in messages: what Celery sends by kombu's JSON."""

from celery import Celery
from kombu.utils.json import register_type

from newsschema import Article, Quote, from_dict, to_dict

register_type(Article, "newsschema.Article", to_dict, from_dict)
register_type(Quote, "newsschema.Quote", to_dict, lambda tree: from_dict(tree, Quote))

app = Celery("pressroom", broker="memory://", backend="cache+memory://")


@app.task
def quoted(article: Article) -> list[Quote]:
    """What an article quotes."""
    return list(article.quotes)
