"""Work that nobody waits for, done in order by a thread of its own. What cannot be done is said in one line."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future
from queue import Empty, Full, Queue
from typing import Generic, TypeVar

Job = TypeVar("Job")
LOGGER = logging.getLogger("qingfeng.later")
MOST_WAITING = 10_000
MOST_AT_ONCE = 200


class Later(Generic[Job]):
    """Hands jobs to ``work``, many at once where many wait. ``title`` names them in the log."""

    def __init__(self, work: Callable[[list[Job]], None], title: str) -> None:
        self._work, self._title = work, title
        self._queue: Queue[Job | Callable[[], None] | None] = Queue(MOST_WAITING)
        self._thread: threading.Thread | None = None
        self._starting = threading.Lock()

    def put(self, job: Job) -> None:
        """Takes the job and returns at once; a job too many is left out, and said to be."""
        self._start()
        try:
            self._queue.put_nowait(job)
        except Full:
            LOGGER.error("%s: too many wait, one was left out", self._title)

    def after_all(self, step: Callable[[], None]) -> Future[None]:
        """Does the step after everything that was put before; the future ends with it, or with its error."""
        self._start()
        done: Future[None] = Future()

        def stepped() -> None:
            try:
                step()
            except Exception as error:
                done.set_exception(error)
            else:
                done.set_result(None)

        self._queue.put(stepped)
        return done

    def stop(self, seconds: float = 10) -> None:
        """Does what waits, then ends; a later job starts again."""
        with self._starting:
            thread, self._thread = self._thread, None
        if thread:
            self._queue.put(None)
            thread.join(seconds)

    def _start(self) -> None:
        with self._starting:
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name=self._title, daemon=True)
                self._thread.start()

    def _run(self) -> None:
        while True:
            jobs, step, last = self._next()
            if jobs:
                self._do(jobs)
            if step:
                step()
            if last:
                return

    def _next(self) -> tuple[list[Job], Callable[[], None] | None, bool]:
        """The jobs that wait, up to a step that must come after them."""
        jobs: list[Job] = []
        found = self._queue.get()
        while True:
            if found is None:
                return jobs, None, True
            if callable(found):
                return jobs, found, False
            jobs.append(found)
            try:
                found = self._queue.get_nowait()
            except Empty:
                return jobs, None, False
            if len(jobs) == MOST_AT_ONCE:
                self._do(jobs)
                jobs = []

    def _do(self, jobs: list[Job]) -> None:
        try:
            self._work(jobs)
        except Exception as error:  # an answer was given; its note in the log is what is lost
            LOGGER.error("%s: %d could not be written: %s", self._title, len(jobs), type(error).__name__)
