"""Documents against the schemas that are published for them."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from jsonschema.protocols import Validator
from jsonschema.validators import validator_for


def validate(document: Any, schema: str) -> None:
    """Raise `jsonschema.ValidationError` where the document is not what the schema, a text, says.

    The schema itself is checked when it is first used: that takes longer than any of our documents.
    """
    _validator(schema).validate(document)


@cache
def _validator(text: str) -> Validator:
    schema = json.loads(text)
    kind = validator_for(schema)
    kind.check_schema(schema)
    return kind(schema)
