"""Start Frontdesk: without arguments, the window."""

from app.cli import main

if __name__ == "__main__":
    main()
