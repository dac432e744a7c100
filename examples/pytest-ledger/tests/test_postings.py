from datetime import date

import pytest

from ledger.postings import Entry, Line, UnbalancedError, balances, statement, subtree, transfer

JAN, FEB, MAR = date(2024, 1, 10), date(2024, 2, 10), date(2024, 3, 10)

ENTRIES = [
    transfer(FEB, "Rent", "bank", "expenses:rent", 80_000),
    transfer(JAN, "Fees", "income:fees", "bank", 120_000),
    transfer(MAR, "Stamps", "bank", "expenses:office", 1_500),
]


def test_entry_must_balance():
    with pytest.raises(UnbalancedError, match="off by 1"):
        Entry(JAN, "Typo", (Line("bank", 101), Line("cash", -100)))


def test_entry_needs_two_lines():
    with pytest.raises(UnbalancedError, match="two lines"):
        Entry(JAN, "Nothing", (Line("bank", 0),))


def test_transfer_debits_the_target():
    entry = transfer(JAN, "Cash", "bank", "cash", 500)
    assert entry.lines == (Line("cash", 500), Line("bank", -500))


def test_balances_of_all_accounts():
    assert balances(ENTRIES) == {
        "bank": 38_500,
        "expenses:office": 1_500,
        "expenses:rent": 80_000,
        "income:fees": -120_000,
    }


def test_balances_include_the_last_day():
    assert balances(ENTRIES, until=FEB)["bank"] == 40_000


def test_balances_leave_out_settled_accounts():
    back = transfer(MAR, "Refund", "expenses:rent", "bank", 80_000)
    assert "expenses:rent" not in balances([*ENTRIES, back])


def test_statement_runs_by_day():
    assert statement(ENTRIES, "bank") == [
        (JAN, "Fees", 120_000, 120_000),
        (FEB, "Rent", -80_000, 40_000),
        (MAR, "Stamps", -1_500, 38_500),
    ]


def test_statement_of_an_unknown_account_is_empty():
    assert statement(ENTRIES, "cash") == []


def test_subtree_sums_what_lies_below():
    totals = {"expenses": 1, "expenses:rent": 20, "expenses-old": 300}
    assert subtree(totals, "expenses") == 21
