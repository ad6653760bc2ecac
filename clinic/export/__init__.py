"""Recordings for other people's programs: tables, EDF+, FHIR and MCAP, with units, honest about what is missing."""
