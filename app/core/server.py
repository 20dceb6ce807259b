"""The server database: PostgreSQL through psycopg 3."""

from sqlalchemy import URL, Engine, create_engine, make_url
from sqlalchemy.exc import DBAPIError

#: session settings in milliseconds: nothing may hang a desk
TIMEOUTS = {"statement_timeout": 30_000, "lock_timeout": 10_000, "idle_in_transaction_session_timeout": 60_000}
#: serialization failure, deadlock, lock not available: the whole command is tried again
RETRY_STATES = frozenset({"40001", "40P01", "55P03"})
OLDEST_SERVER = 150_000


def server_url(url: str, password: str | None = None, tls: str = "prefer") -> URL:
    """The driver's URL: psycopg 3, SCRAM only, the password from the keyring rather than from a file."""
    parsed = make_url(url).set(drivername="postgresql+psycopg")
    if password is not None:
        parsed = parsed.set(password=password)
    return parsed.update_query_dict(
        {
            "require_auth": "scram-sha-256",
            "sslmode": tls,
            "connect_timeout": "5",
            "application_name": "frontdesk",
            "tcp_user_timeout": "15000",
        }
    ).update_query_dict({"options": " ".join(f"-c {name}={value}" for name, value in TIMEOUTS.items())})


def server_engine(url: URL) -> Engine:
    """An engine whose connections are checked before use and never wait for ever."""
    return create_engine(
        url, pool_pre_ping=True, hide_parameters=True, isolation_level="READ COMMITTED", pool_size=4, max_overflow=4
    )


def sqlstate(problem: DBAPIError) -> str:
    """The five-letter state of a server error, or an empty string."""
    return str(getattr(problem.orig, "sqlstate", "") or "")
