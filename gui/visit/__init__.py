"""The pages of a visit: each shows a station of the way and sends what was filled in."""
