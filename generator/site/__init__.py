"""What readers see: views hold every choice of order, grouping and wording; templates only place words."""
