"""The rule against noise bites."""

import logging

import pytest

pytest_plugins = ["pytester"]

NOISY = """
import logging

def test_noisy():
    logging.getLogger("a").warning("the disk is slow")
"""


def test_a_warning_nobody_asked_for_fails_the_test(pytester: pytest.Pytester, caplog: pytest.LogCaptureFixture) -> None:
    pytester.makeconftest("from tests.conftest import quiet")
    pytester.makepyfile(NOISY)
    result = pytester.runpytest("-p", "no:cacheprovider", "-p", "no:asyncio")
    caplog.clear()  # the inner run shares our loggers
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*unexpected log warnings: ?'the disk is slow'?*"])


def test_a_warning_that_was_read_and_cleared_is_fine(caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("a").warning("the disk is slow")
    assert caplog.messages == ["the disk is slow"]
    caplog.clear()
