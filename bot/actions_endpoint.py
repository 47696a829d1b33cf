"""The custom actions inside this process: an endpoint that calls rasa_sdk's executor instead of HTTP."""

from __future__ import annotations

from functools import cache
from typing import Any

import jsonschema
from rasa.core.actions.action import RemoteAction
from rasa.utils.endpoints import EndpointConfig
from rasa_sdk.executor import ActionExecutor


class InProcessActions(EndpointConfig):
    """Looks like an action server to Rasa."""

    def __init__(self) -> None:
        super().__init__(url="in-process")
        self._executor = ActionExecutor()
        self._executor.register_package("actions")

    async def request(self, *_: Any, **kwargs: Any) -> dict[str, Any]:
        """Runs the action that ``json`` names; the same result that an action server would send."""
        result = await self._executor.run(kwargs["json"])
        return dict(result or {})


@cache
def _validator() -> jsonschema.protocols.Validator:
    schema = RemoteAction.action_response_format_spec()
    return jsonschema.validators.validator_for(schema)(schema)


def cache_validation() -> None:
    """Rasa builds a JSON schema validator anew for every action, 20 ms a turn; this keeps one.

    The schema and what is refused stay the same.
    """

    def validate(_: RemoteAction, result: dict[str, Any]) -> bool:
        _validator().validate(result)
        return True

    setattr(RemoteAction, "_validate_action_result", validate)  # noqa: B010 - a method is replaced on purpose
