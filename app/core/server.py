"""The server database: PostgreSQL through psycopg 3."""

from sqlalchemy import URL, Engine, create_engine, make_url
from sqlalchemy.exc import DBAPIError

from app.core.errors import Unavailable

#: session settings in milliseconds: nothing may hang a desk
TIMEOUTS = {"statement_timeout": 30_000, "lock_timeout": 10_000, "idle_in_transaction_session_timeout": 60_000}
#: serialization failure, deadlock, lock not available: the whole command is tried again
RETRY_STATES = frozenset({"40001", "40P01", "55P03"})
OLDEST_SERVER = 150_000


def server_url(url: str, password: str | None = None, tls: str = "verify-full", authority: str = "") -> URL:
    """The driver's URL: psycopg 3, SCRAM only, the password from the keyring rather than from a file.

    `tls` is verify-full, verify-ca, or local for a server on this very computer; `authority` a PEM file.
    """
    parsed = make_url(url).set(drivername="postgresql+psycopg")
    if password is not None:
        parsed = parsed.set(password=password)
    query = {
        "require_auth": "scram-sha-256",
        "sslmode": "prefer" if tls == "local" and is_local(parsed) else tls,
        "connect_timeout": "5",
        "application_name": "frontdesk",
        "tcp_user_timeout": "15000",
        # in UTC an instant comes as it is kept, and needs no turning
        "options": " ".join(f"-c {name}={value}" for name, value in {**TIMEOUTS, "TimeZone": "UTC"}.items()),
    }
    if authority:
        query["sslrootcert"] = authority
    return parsed.update_query_dict(query)


def is_local(url: URL) -> bool:
    """Whether the server is on this very computer. Raises Unavailable when a far one is called local."""
    host = url.query.get("host", url.host) or ""
    if str(host).startswith("/") or host in {"", "localhost", "127.0.0.1", "::1"}:
        return True
    raise Unavailable(
        "The site file calls a server on another computer local.",
        next_step="Set database.tls to verify-full and name the authority's file.",
    )


def server_engine(url: URL) -> Engine:
    """An engine whose connections are checked before use and never wait for ever."""
    return create_engine(
        url, pool_pre_ping=True, hide_parameters=True, isolation_level="READ COMMITTED", pool_size=4, max_overflow=4
    )


def sqlstate(problem: DBAPIError) -> str:
    """The five-letter state of a server error, or an empty string."""
    return str(getattr(problem.orig, "sqlstate", "") or "")
