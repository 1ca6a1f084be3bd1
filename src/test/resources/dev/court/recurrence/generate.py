#!/usr/bin/env python3
"""Writes dateutil.tsv beside itself: what python-dateutil 2.9 makes of several hundred rules.

    python3 generate.py

Everything is naive wall-clock time, as in the product before it resolves times at the venue. One
line a rule, five fields between tabs, dates apart by blanks:

    rule    start    first dates    from/to of a far window    dates in it

The far window begins FAR_YEARS after the start; it shows that whoever jumps ahead stays in step.
A list of first dates shorter than FIRST is the whole series up to 2099.

Where dateutil departs from RFC 5545, the rule given to it says the same thing in other words, so
that the answer is the RFC's; `for_dateutil` has these places.
"""

import datetime
import pathlib
import random
import re

import dateutil
from dateutil.rrule import rrulestr

FIRST = 12
FAR_YEARS = 7
FAR_DAYS = 40
RANDOM_RULES = 300

WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

BY_HAND = """
FREQ=WEEKLY;BYDAY=WE;BYHOUR=17;BYMINUTE=0;COUNT=52
FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;BYHOUR=10;BYMINUTE=0;COUNT=26
FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=7;BYMINUTE=0;COUNT=260
FREQ=DAILY
FREQ=DAILY;INTERVAL=2
FREQ=DAILY;INTERVAL=10;COUNT=5
FREQ=DAILY;BYMONTH=1
FREQ=DAILY;BYDAY=MO,WE,FR
FREQ=DAILY;BYMONTHDAY=13;BYDAY=FR
FREQ=DAILY;BYMONTHDAY=-1
FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29
FREQ=DAILY;INTERVAL=3;BYMONTH=2;BYMONTHDAY=29
FREQ=DAILY;BYHOUR=7,17;BYMINUTE=0,30
FREQ=DAILY;BYHOUR=7,17;BYMINUTE=0,30;BYSETPOS=1,-1
FREQ=DAILY;BYHOUR=7,17;BYMINUTE=0,30;COUNT=7
FREQ=DAILY;UNTIL=20270105T170000
FREQ=WEEKLY
FREQ=WEEKLY;BYMONTH=6
FREQ=WEEKLY;BYDAY=MO,WE;BYMONTH=6,7
FREQ=WEEKLY;BYDAY=SU,SA;BYMONTH=1,12
FREQ=WEEKLY;BYDAY=TU,TH,SU;BYMONTH=2;WKST=SU
FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU
FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU
FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=WE
FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,FR;COUNT=9
FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,FR;BYMONTH=3
FREQ=WEEKLY;INTERVAL=4;BYDAY=SA;WKST=SA
FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1
FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;WKST=TH
FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,FR;BYSETPOS=2;WKST=SU
FREQ=WEEKLY;UNTIL=20271231T235959
FREQ=MONTHLY
FREQ=MONTHLY;BYMONTHDAY=31
FREQ=MONTHLY;BYMONTHDAY=30;BYMONTH=2,3
FREQ=MONTHLY;BYMONTHDAY=-1
FREQ=MONTHLY;BYMONTHDAY=-31
FREQ=MONTHLY;BYMONTHDAY=1,15,-1
FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=-2
FREQ=MONTHLY;INTERVAL=18;BYMONTHDAY=10,11,12
FREQ=MONTHLY;BYDAY=1MO
FREQ=MONTHLY;BYDAY=-1FR
FREQ=MONTHLY;BYDAY=5WE
FREQ=MONTHLY;BYDAY=-5SA
FREQ=MONTHLY;BYDAY=1SU,-1SU
FREQ=MONTHLY;BYDAY=TU
FREQ=MONTHLY;BYDAY=TU,1TH
FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13
FREQ=MONTHLY;BYDAY=1FR;BYMONTHDAY=1,2,3
FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13
FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1
FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2,1
FREQ=MONTHLY;BYDAY=TU,WE,TH;BYSETPOS=3
FREQ=MONTHLY;BYDAY=MO;BYHOUR=7,17;BYSETPOS=2
FREQ=MONTHLY;BYDAY=1MO;BYMONTH=4,10
FREQ=MONTHLY;INTERVAL=5;BYDAY=2TU;BYMONTH=1,2,3
FREQ=YEARLY
FREQ=YEARLY;INTERVAL=2
FREQ=YEARLY;BYMONTH=6,7
FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29
FREQ=YEARLY;BYMONTHDAY=13
FREQ=YEARLY;BYMONTHDAY=13;BYDAY=FR
FREQ=YEARLY;BYMONTHDAY=-1;BYDAY=SU
FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=SU
FREQ=YEARLY;BYDAY=20MO
FREQ=YEARLY;BYDAY=-1FR
FREQ=YEARLY;BYDAY=53MO
FREQ=YEARLY;BYDAY=-53WE
FREQ=YEARLY;BYDAY=TU
FREQ=YEARLY;BYDAY=TH;BYMONTH=3
FREQ=YEARLY;BYDAY=4TH;BYMONTH=11
FREQ=YEARLY;BYDAY=1MO,-1MO;BYMONTH=5,9
FREQ=YEARLY;BYDAY=2MO;BYMONTHDAY=8,9,10
FREQ=YEARLY;BYDAY=1TU,2TU;BYMONTH=1;BYYEARDAY=1,2,3,4,5,6,7
FREQ=YEARLY;BYYEARDAY=1,100,200,-1
FREQ=YEARLY;BYYEARDAY=366
FREQ=YEARLY;BYYEARDAY=-366
FREQ=YEARLY;INTERVAL=3;BYYEARDAY=60
FREQ=YEARLY;BYYEARDAY=59,60,61;BYMONTH=3
FREQ=YEARLY;BYYEARDAY=59,60,61;BYMONTHDAY=1
FREQ=YEARLY;BYYEARDAY=1,2,3,4,5,6,7;BYDAY=SA,SU
FREQ=YEARLY;BYWEEKNO=20
FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO
FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO,SU
FREQ=YEARLY;BYWEEKNO=1,52,53;BYDAY=MO,TU,WE,TH,FR,SA,SU
FREQ=YEARLY;BYWEEKNO=53;BYDAY=SU
FREQ=YEARLY;BYWEEKNO=-1;BYDAY=MO,SU
FREQ=YEARLY;BYWEEKNO=1;BYDAY=SU,MO;WKST=SU
FREQ=YEARLY;BYWEEKNO=22,23;BYMONTH=6
FREQ=YEARLY;BYWEEKNO=22,23;BYMONTHDAY=1,2
FREQ=YEARLY;BYWEEKNO=1;BYYEARDAY=1,2,3
FREQ=YEARLY;BYMONTH=6;BYDAY=MO,TU;BYSETPOS=1,-1
FREQ=YEARLY;BYDAY=MO;BYSETPOS=10,20,-1
FREQ=YEARLY;BYMONTH=1;BYHOUR=8,9;BYMINUTE=0,30;BYDAY=SU
FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8
FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30
FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=-30
""".split()

STARTS = [
    "2026-12-02T17:00",  # a Wednesday
    "2027-01-31T09:30",
    "2024-02-29T18:00",
]


def parts(rule):
    return dict(part.split("=") for part in rule.split(";"))


def for_dateutil(rule, start):
    """The same rule in words that dateutil understands as the RFC means it."""
    said = parts(rule)
    # dateutil takes the whole week; RFC 5545 3.3.10 takes what is not said from DTSTART.
    if "BYWEEKNO" in said and not said.keys() & {"BYDAY", "BYMONTHDAY", "BYYEARDAY"}:
        rule += ";BYDAY=" + WEEKDAYS[start.weekday()]
    # dateutil wants a day to be both a Tuesday and the first Thursday when both are listed.
    if said["FREQ"] == "MONTHLY" and "BYDAY" in said:
        listed = said["BYDAY"].split(",")
        if {len(day) > 2 for day in listed} == {True, False}:
            nths = [day if len(day) > 2 else f"{n}{day}" for day in listed for n in range(1, 6)]
            rule = rule.replace("BYDAY=" + said["BYDAY"], "BYDAY=" + ",".join(dict.fromkeys(nths)))
    return rule


def in_week(rule, date):
    """Sorts out first Sundays of a year that dateutil takes for days of a week 53."""
    said = parts(rule)
    if said.get("BYWEEKNO") != "53":
        return True
    return date.isocalendar().week == 53


def first_period(rule, start):
    """Where dateutil has to start to see the first week whole, as BYSETPOS demands."""
    said = parts(rule)
    if said["FREQ"] == "WEEKLY" and "BYSETPOS" in said:
        week_start = WEEKDAYS.index(said.get("WKST", "MO"))
        return start - datetime.timedelta(days=(start.weekday() - week_start) % 7)
    return start


def in_full(rule, start):
    """Says the weekday that an earlier start would take from itself."""
    said = parts(rule)
    if said["FREQ"] == "WEEKLY" and "BYSETPOS" in said and "BYDAY" not in said:
        rule += ";BYDAY=" + WEEKDAYS[start.weekday()]
    return rule


def series(rule, start):
    """All dates up to 2099, COUNT kept."""
    full = in_full(for_dateutil(rule, start), start)
    count = int(parts(rule).get("COUNT", 10**9))
    endless = re.sub(r";COUNT=\d+", "", full)
    found = rrulestr(endless, dtstart=first_period(rule, start))
    for number, date in enumerate(date for date in found if date >= start and in_week(rule, date)):
        if number >= count or date.year > 2099:
            return
        yield date


def line(rule, start):
    first, far = [], []
    far_from = start + datetime.timedelta(days=round(FAR_YEARS * 365.25))
    far_to = far_from + datetime.timedelta(days=FAR_DAYS)
    for date in series(rule, start):
        if len(first) < FIRST:
            first.append(date)
        if far_from <= date < far_to:
            far.append(date)
        if len(first) == FIRST and date >= far_to:
            break
    texts = [" ".join(d.isoformat(timespec="minutes") for d in dates) for dates in (first, far)]
    window = f"{far_from.isoformat(timespec='minutes')}/{far_to.isoformat(timespec='minutes')}"
    return "\t".join([rule, start.isoformat(timespec="minutes"), texts[0], window, texts[1]])


def some(dice, values, most):
    return ",".join(str(v) for v in dice.sample(values, dice.randint(1, most)))


def signed(most):
    return [n for n in range(-most, most + 1) if n != 0]


def days(dice, said):
    plain = dice.sample(WEEKDAYS, dice.randint(1, 5))
    if said["FREQ"] in ("MONTHLY", "YEARLY") and dice.random() < 0.5:
        # dateutil stumbles over a 50th Monday of a month.
        most = 5 if said["FREQ"] == "MONTHLY" or "BYMONTH" in said else 52
        plain = [str(dice.choice(signed(most))) + day for day in plain]
    return ",".join(plain)


def random_rule(dice):
    frequency = dice.choice(["DAILY", "WEEKLY", "WEEKLY", "MONTHLY", "MONTHLY", "YEARLY", "YEARLY"])
    said = {"FREQ": frequency}

    def maybe(chance, name, value):
        if dice.random() < chance:
            said[name] = value()

    maybe(0.4, "INTERVAL", lambda: dice.randint(2, 7))
    maybe(0.3, "BYMONTH", lambda: some(dice, range(1, 13), 6))
    if frequency == "YEARLY":
        maybe(0.2, "BYYEARDAY", lambda: some(dice, signed(366), 40))
    if frequency != "WEEKLY":
        maybe(0.3, "BYMONTHDAY", lambda: some(dice, signed(31), 10))
    maybe(0.6, "BYDAY", lambda: days(dice, said))
    has_ordinals = any(c.isdigit() for c in said.get("BYDAY", ""))
    if frequency == "YEARLY" and not has_ordinals:
        # Only numbers on which all readings of the RFC agree at the turn of the year.
        maybe(0.2, "BYWEEKNO", lambda: some(dice, range(2, 51), 20))
    maybe(0.3, "BYHOUR", lambda: some(dice, range(24), 3))
    maybe(0.3, "BYMINUTE", lambda: some(dice, [0, 30], 2))
    if any(name.startswith("BY") for name in said):
        maybe(0.25, "BYSETPOS", lambda: some(dice, signed(4), 2))
    maybe(0.3, "WKST", lambda: dice.choice(WEEKDAYS))
    if dice.random() < 0.2:
        said["COUNT"] = dice.randint(1, 30)
    elif dice.random() < 0.2:
        said["UNTIL"] = dice.choice(["20270315T120000", "20280229T235959", "20351231T000000"])
    return ";".join(f"{name}={value}" for name, value in said.items())


def random_start(dice):
    day = datetime.date(2020, 1, 1) + datetime.timedelta(days=dice.randrange(4000))
    return datetime.datetime.combine(day, datetime.time(dice.randrange(24), dice.choice([0, 30])))


def main():
    dice = random.Random(5545)
    lines = [f"# python-dateutil {dateutil.__version__}, written by generate.py"]
    for rule in BY_HAND:
        lines += [line(rule, datetime.datetime.fromisoformat(start)) for start in STARTS]
    lines += [line(random_rule(dice), random_start(dice)) for _ in range(RANDOM_RULES)]
    target = pathlib.Path(__file__).with_name("dateutil.tsv")
    target.write_text("\n".join(lines) + "\n", encoding="ascii")


if __name__ == "__main__":
    main()
