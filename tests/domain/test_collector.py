"""The search for garbage is off meanwhile, comes back, and passes over what was made as long as it can."""

import gc
import weakref

import pytest

from finder.domain.collector import collector_off, search_all


@pytest.fixture(autouse=True)
def as_it_was():
    yield
    gc.enable()


def test_the_search_is_off_only_meanwhile():
    with collector_off():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_search_comes_back_after_a_failure():
    with pytest.raises(ZeroDivisionError), collector_off():
        _ = 1 / 0
    assert gc.isenabled()


def test_who_had_it_off_keeps_it_off():
    gc.disable()
    with collector_off():
        pass
    assert not gc.isenabled()


def test_what_was_made_meanwhile_counts_as_old_and_can_still_be_garbage():
    with collector_off():
        made = [[number] for number in range(5000)]
        made.append(made)
    assert gc.get_freeze_count() == 0
    oldest = gc.get_objects(generation=2)
    assert any(one is made for one in oldest)
    del oldest, made
    assert gc.collect() > 0


def test_what_is_made_where_a_server_froze_the_rest_joins_it():
    gc.freeze()
    try:
        with collector_off():
            made = [[number] for number in range(1000)]
        assert not any(one is made for one in gc.get_objects())
    finally:
        gc.unfreeze()


class Loop:
    """Garbage as soon as nobody holds it: it holds itself."""

    def __init__(self):
        self.me = self


def test_a_search_of_all_finds_what_became_garbage_after_it_was_frozen():
    loop = Loop()
    gone = weakref.ref(loop)
    gc.freeze()
    try:
        del loop
        gc.collect()
        assert gone() is not None
        search_all()
        assert gone() is None
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()


def test_a_search_of_all_freezes_nothing_where_nothing_was():
    gc.unfreeze()
    search_all()
    assert gc.get_freeze_count() == 0
