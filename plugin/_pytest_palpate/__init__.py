"""The parts of pytest_palpate; import from there."""
