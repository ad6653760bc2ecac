"""What the hand does: exact streaming stages from readings to holds and dose. numpy only."""
