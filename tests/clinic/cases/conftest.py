from tests.clinic.store.conftest import clinic, clock, new_clinic, place

__all__ = ["clinic", "clock", "new_clinic", "place"]
