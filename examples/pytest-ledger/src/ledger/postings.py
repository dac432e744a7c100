"""Double-entry postings. Amounts are whole cents; a debit is positive, a credit negative."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


class UnbalancedError(ValueError):
    """The lines of an entry do not add up to zero."""


@dataclass(frozen=True)
class Line:
    """One side of an entry."""

    account: str
    amount: int


@dataclass(frozen=True)
class Entry:
    """A booked transaction: at least two lines that add up to zero."""

    day: date
    text: str
    lines: tuple[Line, ...]

    def __post_init__(self) -> None:
        if len(self.lines) < 2:
            raise UnbalancedError(f"{self.text}: needs two lines")
        difference = sum(line.amount for line in self.lines)
        if difference != 0:
            raise UnbalancedError(f"{self.text}: off by {difference}")


def transfer(day: date, text: str, source: str, target: str, amount: int) -> Entry:
    """The entry that moves an amount from one account to another."""
    return Entry(day, text, (Line(target, amount), Line(source, -amount)))


def balances(entries: Iterable[Entry], until: date | None = None) -> dict[str, int]:
    """Balance of every account, up to and including a day. Settled accounts are left out."""
    totals: defaultdict[str, int] = defaultdict(int)
    for entry in entries:
        if until is not None and entry.day > until:
            continue
        for line in entry.lines:
            totals[line.account] += line.amount
    return {account: total for account, total in sorted(totals.items()) if total != 0}


def statement(entries: Iterable[Entry], account: str) -> list[tuple[date, str, int, int]]:
    """Day, text, amount and running balance of everything that touched an account, by day."""
    rows = []
    balance = 0
    for entry in sorted(entries, key=lambda entry: entry.day):
        for line in entry.lines:
            if line.account == account:
                balance += line.amount
                rows.append((entry.day, entry.text, line.amount, balance))
    return rows


def subtree(totals: dict[str, int], parent: str) -> int:
    """Sum over an account and everything below it, as in ``expenses:rent``."""
    return sum(
        total
        for account, total in totals.items()
        if account == parent or account.startswith(parent + ":")
    )
