"""The body as a drawing: sites and blocked regions as named shapes."""
