"""Pure decisions about people: codes, names and keys, what a search means, what is missing, who looks alike."""
