from decimal import Decimal

import pytest

from ledger.loans import (
    Instalment,
    monthly_interest,
    monthly_payment,
    remaining_after,
    round_cents,
    schedule,
    total_interest,
)

SIX_PERCENT = Decimal("0.06")


@pytest.mark.parametrize(
    ("amount", "cents"), [("2.4", 2), ("2.5", 3), ("-2.5", -3), ("7", 7)]
)
def test_round_cents(amount, cents):
    assert round_cents(Decimal(amount)) == cents


def test_monthly_interest_is_a_twelfth():
    assert monthly_interest(120_000, SIX_PERCENT) == 600


def test_monthly_payment():
    assert monthly_payment(1_000_000, SIX_PERCENT, 12) == 86_066


def test_monthly_payment_without_interest():
    assert monthly_payment(120_000, Decimal(0), 12) == 10_000


def test_a_loan_needs_a_month():
    with pytest.raises(ValueError, match="at least one month"):
        monthly_payment(1_000, SIX_PERCENT, 0)


def test_schedule_starts_with_the_most_interest():
    first = schedule(1_000_000, SIX_PERCENT, 12)[0]
    assert first == Instalment(month=1, interest=5_000, principal=81_066, remaining=918_934)


def test_schedule_has_an_instalment_for_every_month():
    months = [instalment.month for instalment in schedule(1_000_000, SIX_PERCENT, 12)]
    assert months == list(range(1, 13))


def test_schedule_repays_everything():
    instalments = schedule(100_000, SIX_PERCENT, 7)
    assert sum(instalment.principal for instalment in instalments) == 100_000
    assert instalments[-1].remaining == 0


def test_total_interest():
    instalments = [Instalment(1, 50, 100, 100), Instalment(2, 25, 100, 0)]
    assert total_interest(instalments) == 75


def test_payment_is_interest_and_principal():
    assert Instalment(1, 50, 100, 0).payment == 150


@pytest.mark.parametrize(("months", "debt"), [(0, 200), (1, 100), (2, 0), (9, 0)])
def test_remaining_after(months, debt):
    instalments = [Instalment(1, 50, 100, 100), Instalment(2, 25, 100, 0)]
    assert remaining_after(instalments, months, 200) == debt
