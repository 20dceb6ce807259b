"""The weights of the likeness score that count in this clinic."""

import json
from weakref import WeakKeyDictionary

from sqlalchemy import Pool, select

from app.core.sessions import ClinicSession
from app.patients.rules.matching import Weights, usual_weights, weights_from
from app.patients.tables.record import MatchModel

#: the weights read last from each database, by its connections, and which they are: they are long, and the same all day
_held: WeakKeyDictionary[Pool, tuple[object, Weights]] = WeakKeyDictionary()


def clinic_weights(session: ClinicSession) -> Weights:
    """What this clinic learnt last from its own records; until then the weights that come with the program."""
    newest = session.execute(
        select(MatchModel.id, MatchModel.learnt_at).order_by(MatchModel.id.desc()).limit(1)
    ).one_or_none()
    if newest is None:
        return usual_weights()
    database, newest_one = session.wire.engine.pool, tuple(newest)
    known, held = _held.get(database, (None, None))
    if held is None or known != newest_one:  # two readers may come here at once: each ends with what it read itself
        text = session.scalars(select(MatchModel.weights).where(MatchModel.id == newest.id)).one()
        held = weights_from(json.loads(text))
        _held[database] = newest_one, held
    return held
