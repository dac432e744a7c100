"""Repayment of loans. Amounts are whole cents."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal


@dataclass(frozen=True)
class Instalment:
    """One monthly payment and what it is made of."""

    month: int
    interest: int
    principal: int
    remaining: int

    @property
    def payment(self) -> int:
        """What is paid in all."""
        return self.interest + self.principal


def round_cents(amount: Decimal) -> int:
    """Whole cents, half of one rounded away from zero."""
    return int(amount.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def monthly_interest(balance: int, yearly_rate: Decimal) -> int:
    """Interest of one month on a balance; the rate is a fraction, 0.06 for 6 %."""
    return round_cents(balance * yearly_rate / 12)


def monthly_payment(amount: int, yearly_rate: Decimal, months: int) -> int:
    """The constant payment that repays a loan in the given number of months."""
    if months <= 0:
        raise ValueError("a loan runs for at least one month")
    rate = yearly_rate / 12
    if rate == 0:
        return round_cents(Decimal(amount) / months)
    return round_cents(amount * rate / (1 - (1 + rate) ** -months))


def schedule(amount: int, yearly_rate: Decimal, months: int) -> list[Instalment]:
    """All instalments, counted from month 1. The last one settles what rounding left over."""
    payment = monthly_payment(amount, yearly_rate, months)
    remaining = amount
    instalments = []
    for month in range(1, months):
        interest = monthly_interest(remaining, yearly_rate)
        principal = remaining if month == months else payment - interest
        remaining -= principal
        instalments.append(Instalment(month, interest, principal, remaining))
    return instalments


def total_interest(instalments: list[Instalment]) -> int:
    """What the loan costs."""
    return sum(instalment.interest for instalment in instalments)


def remaining_after(instalments: list[Instalment], months: int, amount: int) -> int:
    """Debt after so many months; the full amount before the first payment."""
    if months <= 0:
        return amount
    if months >= len(instalments):
        return 0
    return instalments[months - 1].remaining
