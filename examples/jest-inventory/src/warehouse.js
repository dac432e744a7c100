'use strict';

/** Thrown where more is taken from a shelf than lies on it. */
class OutOfStockError extends Error {
  /**
   * @param {string} sku
   * @param {number} wanted
   * @param {number} available
   */
  constructor(sku, wanted, available) {
    super(`${sku}: wanted ${wanted}, have ${available}`);
    this.name = 'OutOfStockError';
    this.sku = sku;
    this.available = available;
  }
}

/** Stock on hand and reservations, per article. */
class Warehouse {
  #onHand = new Map();
  #reserved = new Map();

  /** Pieces on the shelf, reserved ones included. */
  onHand(sku) {
    return this.#onHand.get(sku) ?? 0;
  }

  /** Pieces that can still be sold. */
  available(sku) {
    return this.onHand(sku) - (this.#reserved.get(sku) ?? 0);
  }

  /** Books a delivery. */
  receive(sku, quantity) {
    assertQuantity(quantity);
    this.#onHand.set(sku, this.onHand(sku) + quantity);
  }

  /**
   * Sets pieces aside for an order.
   *
   * @throws {OutOfStockError}
   */
  reserve(sku, quantity) {
    assertQuantity(quantity);
    const available = this.available(sku);
    if (quantity > available) throw new OutOfStockError(sku, quantity, available);
    this.#reserved.set(sku, (this.#reserved.get(sku) ?? 0) + quantity);
  }

  /** Gives reserved pieces back; never more than are reserved. */
  release(sku, quantity) {
    assertQuantity(quantity);
    const reserved = this.#reserved.get(sku) ?? 0;
    this.#reserved.set(sku, Math.max(0, reserved - quantity));
  }

  /**
   * Sends reserved pieces off: they leave the shelf and the reservation.
   *
   * @throws {OutOfStockError}
   */
  ship(sku, quantity) {
    const reserved = this.#reserved.get(sku) ?? 0;
    if (quantity > reserved) throw new OutOfStockError(sku, quantity, reserved);
    this.release(sku, quantity);
    this.#onHand.set(sku, this.onHand(sku) - quantity);
  }

  /** Every article that was ever received, with its levels, by name. */
  levels() {
    return [...this.#onHand.keys()].sort().map((sku) => ({
      sku,
      onHand: this.onHand(sku),
      available: this.available(sku),
    }));
  }
}

function assertQuantity(quantity) {
  if (!Number.isInteger(quantity) || quantity <= 0) {
    throw new RangeError(`Not a quantity: ${quantity}`);
  }
}

module.exports = { Warehouse, OutOfStockError };
