"""What a person sees of this room: how an amount is taken, and the money on a patient's record."""
