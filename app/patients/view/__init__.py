"""What a person sees of this room: the search in the top bar, the patient pane, the page."""
