"""What an entry of the knowledge is: one module for each group of kinds."""
