"""Referrals, episodes of care, plans of care."""
