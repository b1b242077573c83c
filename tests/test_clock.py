"""Today in China: SOURCE_DATE_EPOCH decides, so that the same commit gives the same site anywhere."""

from __future__ import annotations

from datetime import date

import pytest

from generator.clock import today


@pytest.mark.parametrize(
    ("epoch", "day"),
    [
        ("0", date(1970, 1, 1)),
        ("1795233600", date(2026, 11, 21)),
        ("1795276799", date(2026, 11, 21)),
        ("1795276800", date(2026, 11, 22)),
    ],
)
def test_the_epoch_is_a_day_in_china(
    epoch: str, day: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert today() == day


@pytest.mark.parametrize("zone", ["UTC", "America/Los_Angeles", "Pacific/Auckland"])
def test_the_zone_of_the_machine_changes_nothing(
    zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", zone)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795276800")
    assert today() == date(2026, 11, 22)


@pytest.mark.parametrize("epoch", ["yesterday", "2026-11-22", "²"])
def test_an_epoch_that_is_no_number_is_refused(epoch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(ValueError, match="invalid literal for int"):
        today()


@pytest.mark.parametrize("epoch", [None, ""])
def test_without_an_epoch_the_clock_is_asked(
    epoch: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    if epoch is not None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert today() > date(2026, 1, 1)
