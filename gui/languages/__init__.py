"""What the windows say in other languages, as Qt Linguist keeps it, and how it is gathered."""
