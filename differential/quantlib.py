"""Answers questions on standard input by QuantLib, in JSON; days are counted from 1970-01-01."""

import json
import sys

import QuantLib as ql

FIRST = ql.Date(1, 1, 1970).serialNumber()


def date(day):
    return ql.Date(FIRST + day)


def counter(name, maturity):
    family, _, convention = name.partition(".")
    if name == "Thirty360.ISDA":
        return ql.Thirty360(ql.Thirty360.ISDA, date(maturity))
    if not convention:
        return getattr(ql, family)()
    return getattr(ql, family)(getattr(getattr(ql, family), convention))


def day_counts(question):
    days, fractions = [], []
    shared = counter(question["counter"], 0)
    for start, end, maturity in question["periods"]:
        by = counter(question["counter"], maturity) if question["counter"] == "Thirty360.ISDA" else shared
        days.append(by.dayCount(date(start), date(end)))
        fractions.append(by.yearFraction(date(start), date(end)))
    return {"days": days, "fractions": fractions}


def business_days(question):
    market = getattr(ql.UnitedStates, question["calendar"].partition(".")[2])
    calendar = ql.UnitedStates(market)
    return [int(calendar.isBusinessDay(date(day))) for day in range(question["first"], question["last"] + 1)]


def following(question):
    """How many days each day is moved by the convention Following, over weekends and the holidays given."""
    calendar = ql.BespokeCalendar("as told")
    for weekday in question["weekend"]:
        calendar.addWeekend(getattr(ql, weekday))
    for holiday in question["holidays"]:
        calendar.addHoliday(date(holiday))
    return [
        calendar.adjust(date(day), ql.Following).serialNumber() - FIRST - day
        for day in range(question["first"], question["last"] + 1)
    ]


questions = json.load(sys.stdin)
json.dump(
    {
        "version": ql.__version__,
        "dayCounts": [day_counts(question) for question in questions["dayCounts"]],
        "businessDays": [business_days(question) for question in questions["businessDays"]],
        "following": [following(question) for question in questions["following"]],
    },
    sys.stdout,
)
