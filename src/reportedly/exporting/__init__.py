"""Results in, other formats out: the contract JSON first."""
