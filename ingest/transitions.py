"""A parser or an entity recognizer of spaCy, step by step in Python.

Both read a text in small steps: the model scores what may come next, and the best that is possible is taken.
spaCy takes all steps of a text in one piece of compiled code, which gives up Python's lock, and then fetches
it back each time it looks at a word; for the recognizer that takes longer than all its arithmetic. The same
functions of spaCy, called from here for each step, keep the lock. What is computed, and so what is found, is
the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeGuard

from spacy.pipeline.transition_parser import Parser  # type: ignore[import-not-found]  # no stubs
from spacy.tokens import Doc


class Transitions:
    """Does what a greedy `Parser` (dependencies or entities) does."""

    def __init__(self, component: Parser) -> None:
        self._component: Any = component  # of which spaCy's stubs know little

    def pipe(self, docs: Iterable[Doc]) -> Iterator[Doc]:
        """The same documents with their annotations, all read together."""
        together = list(docs)
        self._component.set_annotations(together, self._states(together))
        yield from together

    def _states(self, docs: list[Doc]) -> list[Any]:
        """The last state of each document."""
        component = self._component
        states: list[Any] = component.moves.init_batch(docs)
        open_states = [state for state in states if not state.is_final()]
        if open_states:
            scorer = component.model.predict(docs)
            while open_states:
                open_states = component.transition_states(open_states, scorer.predict(open_states))
            scorer.clear_memory()
        return states


def is_greedy(component: object) -> TypeGuard[Parser]:
    """Whether a component always takes the best step, and so can be read here."""
    return isinstance(component, Parser) and component.cfg["beam_width"] == 1
