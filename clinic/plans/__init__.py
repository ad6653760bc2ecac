"""From a prescription and an effective cap to what the guide runs; nothing here asks for more than the cap."""
