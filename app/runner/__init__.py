"""The one bridge: use case -> database thread and transaction -> UI. `execute` needs no Qt; `bridge` is the window's side."""
