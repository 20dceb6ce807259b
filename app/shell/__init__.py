"""The window: signing in, the frame around the pages, locking, finding commands, the first run.

window      Window: one top-level window, one screen at a time; nothing of another screen is to be seen
card        CardPage, Logo: a card in the middle of an empty window
sign_in     SignIn: name and password; light, so that it paints before anything heavy is imported
frame       Frame, PageSpec, FrameParts: rail, top bar, pages, status bar; answers the ports of navigation
lock        LockScreen; idle: Idle tells when nobody is there
palette     Palette: every command and people; keys: the keys of this screen
own         PasswordPage: the change of one's password after a one-time password
first_run   FirstRun: set up the clinic, or open the demo
crash       CrashDialog: the one dialog for what nobody foresaw
"""
