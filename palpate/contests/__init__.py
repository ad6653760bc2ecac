"""What `palpate bench` measures, one file for each area."""
