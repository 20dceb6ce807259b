"""The schema's revisions, and how a database gets to the newest one."""

#: the newest revision; compared with the database before anything heavy is imported
HEAD = "0009"
