"""Names, whom pronouns and descriptions mean, who takes part and who says so."""
