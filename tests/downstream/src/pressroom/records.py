"""Dataclasses that read and write themselves, by mashumaro and by dataclasses-json."""
# The types of dataclasses-json are incomplete.
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false

from dataclasses import dataclass, field

from dataclasses_json import DataClassJsonMixin, config
from mashumaro.config import BaseConfig
from mashumaro.mixins.json import DataClassJSONMixin

from newsschema import Article, from_dict, to_dict


@dataclass
class Clip(DataClassJSONMixin):
    """With mashumaro."""

    desk: str
    article: Article

    class Config(BaseConfig):
        """How an article is written and read."""

        serialization_strategy = {
            Article: {"serialize": to_dict, "deserialize": from_dict}
        }


@dataclass
class Cutting(DataClassJsonMixin):
    """With dataclasses-json."""

    desk: str
    article: Article = field(metadata=config(encoder=to_dict, decoder=from_dict))
