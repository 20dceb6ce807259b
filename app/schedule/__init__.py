"""Visit types, working hours, blocks, appointments; the occupancy that makes a clash impossible."""
