"""Matching of bank statements with the books. Amounts are whole cents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Movement:
    """Money in or out, on the bank's side or in the books."""

    day: date
    amount: int
    reference: str = ""


@dataclass
class Reconciliation:
    """Pairs of bank and book movements, and what is left on either side."""

    matched: list[tuple[Movement, Movement]] = field(default_factory=list)
    only_bank: list[Movement] = field(default_factory=list)
    only_books: list[Movement] = field(default_factory=list)

    @property
    def difference(self) -> int:
        """How far bank and books are apart."""
        bank = sum(movement.amount for movement in self.only_bank)
        return bank - sum(movement.amount for movement in self.only_books)


def is_match(bank: Movement, book: Movement, tolerance_days: int = 3) -> bool:
    """Same amount, at most a few days apart, and no contradicting reference."""
    if bank.amount != book.amount:
        return False
    if abs((bank.day - book.day).days) > tolerance_days:
        return False
    return not (bank.reference and book.reference) or bank.reference == book.reference


def reconcile(bank: Sequence[Movement], books: Sequence[Movement]) -> Reconciliation:
    """Pairs every bank movement with the first book movement that matches it.

    Each movement belongs to one pair at most.
    """
    result = Reconciliation()
    for movement in bank:
        match = next((book for book in books if is_match(movement, book)), None)
        if match is None:
            result.only_bank.append(movement)
        else:
            result.matched.append((movement, match))
    used = {id(book) for _, book in result.matched}
    result.only_books = [book for book in books if id(book) not in used]
    return result


def parse_amount(text: str) -> int:
    """Cents from a bank's number format: ``1.234,56``, with an optional sign or ``S``/``H``."""
    text = text.strip()
    sign = 1
    if text.endswith(("S", "H")):
        sign = -1 if text.endswith("S") else 1
        text = text[:-1].strip()
    if text.startswith(("-", "+")):
        sign = -sign if text.startswith("-") else sign
        text = text[1:]
    units, _, fraction = text.replace(".", "").partition(",")
    if not units.isdigit() or (fraction and not fraction.isdigit()) or len(fraction) > 2:
        raise ValueError(f"not an amount: {text!r}")
    return sign * (int(units) * 100 + int(fraction.ljust(2, "0")))
