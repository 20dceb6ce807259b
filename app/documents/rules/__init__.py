"""Pure decisions about stored files. What a file's bytes are is decided in `content`, which actions alone import."""

from app.documents.rules.kinds import DocumentKind, kind_label

__all__ = ["DocumentKind", "kind_label"]
