"""Models of other makes' instruments on the virtual air: each the counterpart of one driver."""
