import pytest

from narrate.errors import ConfigError
from narrate.feed.rrule import fault, rule

GOOD = (
    "FREQ=DAILY",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=10",
    "FREQ=YEARLY;BYDAY=+4TH;BYMONTH=11",
    "FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20261231T000000Z;WKST=MO",
)
BAD = (
    "",
    "DAILY",
    "BYDAY=MO",
    "FREQ=WEEKLY;BYDAY=MON",
    "FREQ=DAILY;INTERVAL=0",
    "FREQ=DAILY;COUNT=3;UNTIL=20261231",
    "FREQ=DAILY;FREQ=DAILY",
    "FREQ=DAILY;BYHOUR=24",
    "FREQ=MONTHLY;BYMONTHDAY=0",
    "FREQ=DAILY;",
)


@pytest.mark.parametrize("text", GOOD)
def test_rules(text):
    assert fault(text) is None


@pytest.mark.parametrize("text", BAD)
def test_faults(text):
    assert fault(text)

    with pytest.raises(ConfigError, match="not a rule"):
        rule(text)
