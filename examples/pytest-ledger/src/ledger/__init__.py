"""Postings, loans and bank reconciliation for a small association."""
