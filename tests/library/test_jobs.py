"""Long work in a thread of its own."""

import threading

import pytest

from dateline.errors import Stopped
from dateline.library.jobs import Job, Progress, unwatched


def test_a_job_tells_how_far_it_is_and_gives_its_result() -> None:
    asked, go_on = threading.Event(), threading.Event()

    def work(progress: Progress) -> str:
        assert progress(0.5)
        asked.set()
        assert go_on.wait(10)
        return "done"

    job = Job(work)
    assert asked.wait(10)
    assert (job.done, job.part) == (False, 0.5)
    go_on.set()
    assert job.result() == "done"
    assert job.done


def test_how_far_it_is_never_goes_back_nor_beyond_the_end() -> None:
    def work(progress: Progress) -> bool:
        return all(progress(part) for part in (0.4, 0.2, 7.0))

    job = Job(work)
    assert job.result()
    assert job.part == 1.0


def test_what_is_stopped_raises_what_it_says() -> None:
    asked = threading.Event()

    def work(progress: Progress) -> None:
        asked.set()
        while progress(0.1):
            pass
        raise Stopped("Nothing was changed.")

    job = Job(work)
    assert asked.wait(10)
    job.stop()
    with pytest.raises(Stopped, match="Nothing was changed"):
        job.result()


def test_what_goes_wrong_is_raised_where_the_result_is_asked_for() -> None:
    def work(_progress: Progress) -> None:
        raise KeyError("colour")

    job = Job(work)
    with pytest.raises(KeyError, match="colour"):
        job.result()
    assert unwatched(0.3)
