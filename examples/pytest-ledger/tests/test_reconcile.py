from datetime import date

import pytest

from ledger.reconcile import Movement, Reconciliation, is_match, parse_amount, reconcile


def movement(day, amount, reference=""):
    return Movement(date(2024, 5, day), amount, reference)


def test_match_needs_the_same_amount():
    assert is_match(movement(2, 500), movement(2, 500))
    assert not is_match(movement(2, 500), movement(2, 501))


def test_match_tolerates_a_few_days():
    assert is_match(movement(2, 500), movement(5, 500))
    assert is_match(movement(5, 500), movement(2, 500))
    assert not is_match(movement(2, 500), movement(6, 500))


def test_match_minds_references_given_on_both_sides():
    assert is_match(movement(2, 500, "A-1"), movement(2, 500, "A-1"))
    assert is_match(movement(2, 500, "A-1"), movement(2, 500))
    assert not is_match(movement(2, 500, "A-1"), movement(2, 500, "A-2"))


def test_reconcile_pairs_what_matches():
    bank = [movement(2, 500), movement(3, -900)]
    books = [movement(3, -900), movement(1, 500)]
    assert reconcile(bank, books).matched == [(bank[0], books[1]), (bank[1], books[0])]


def test_reconcile_keeps_what_is_left_over():
    bank = [movement(2, 500), movement(3, 77)]
    books = [movement(2, 500), movement(4, -30)]
    result = reconcile(bank, books)
    assert result.only_bank == [movement(3, 77)]
    assert result.only_books == [movement(4, -30)]


def test_reconcile_of_nothing():
    assert reconcile([], []) == Reconciliation()


def test_difference_of_what_is_left_over():
    result = Reconciliation(only_bank=[movement(1, 80)], only_books=[movement(1, 30)])
    assert result.difference == 50


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("12,50", 1_250),
        ("1.234,56", 123_456),
        ("-7", -700),
        ("+0,5", 50),
        ("12,50 S", -1_250),
        ("12,50H", 1_250),
    ],
)
def test_parse_amount(text, cents):
    assert parse_amount(text) == cents


@pytest.mark.parametrize("text", ["", "abc", "1,234", "12,x"])
def test_parse_amount_refuses_other_text(text):
    with pytest.raises(ValueError, match="not an amount"):
        parse_amount(text)
