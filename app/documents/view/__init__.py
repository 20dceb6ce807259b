"""What a person sees of this room: the papers on a patient's record, and a paper on screen."""
