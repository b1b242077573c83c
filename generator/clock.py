"""Today, once, at the edge.

SOURCE_DATE_EPOCH sets it, so that two builds of one commit are the same.
"""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta, timezone

_CHINA = timezone(timedelta(hours=8))


def today() -> date:
    """The date in China, or the one SOURCE_DATE_EPOCH names; ValueError where that is no number."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return moment.astimezone(_CHINA).date()
