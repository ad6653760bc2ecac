"""The tool that is not there: device model, tissue, hand, radio."""
