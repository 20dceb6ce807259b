"""The weights of the likeness score that count in this clinic."""

import json
from datetime import datetime

from sqlalchemy import select

from app.core.sessions import ClinicSession
from app.patients.rules.matching import Weights, usual_weights, weights_from
from app.patients.tables.record import MatchModel

#: the weights read last: they are long, and the same all day
_held: dict[tuple[int, datetime], Weights] = {}


def clinic_weights(session: ClinicSession) -> Weights:
    """What this clinic learnt last from its own records; until then the weights that come with the program."""
    newest = session.execute(
        select(MatchModel.id, MatchModel.learnt_at).order_by(MatchModel.id.desc()).limit(1)
    ).one_or_none()
    if newest is None:
        return usual_weights()
    key = (newest.id, newest.learnt_at)
    held = _held.get(key)
    if held is None:  # two readers may come here at once: each ends with what it read itself
        text = session.scalars(select(MatchModel.weights).where(MatchModel.id == newest.id)).one()
        held = weights_from(json.loads(text))
        _held.clear()
        _held[key] = held
    return held
