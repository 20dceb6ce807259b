"""Who may look, who looked, and whom the clinic told: restricted records, the access log, disclosures."""
