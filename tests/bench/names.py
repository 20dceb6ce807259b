"""Names as often as people bear them: the common ones as the census counted them, behind them a long tail that is made up."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, product
from random import Random

from app.patients.rules.matching.facts import facts

_BEGINNINGS = "b,br,c,ch,d,dr,f,fl,g,gr,h,j,k,kl,l,m,n,p,pr,qu,r,s,sch,sh,sk,sm,sp,st,t,th,tr,v,w,wh,y,z"
_VOWELS = "a,e,i,o,u,ai,ea,ee,ie,oo,ou"
_ENDINGS = "ck,d,ft,ld,ll,lt,m,n,nd,ng,nt,r,rd,rg,rn,rt,s,sk,st,t,th,tz,x"
_TAILS = ",a,e,er,ez,i,ia,is,le,ley,man,o,on,s,sen,ski,son,ton,y"


@dataclass(frozen=True, slots=True)
class Stock:
    """Names with how often each is drawn."""

    names: tuple[str, ...]
    heaped: tuple[float, ...]

    def draw(self, chance: Random, count: int) -> list[str]:
        """So many names, by weight."""
        return chance.choices(self.names, cum_weights=self.heaped, k=count)


def _made_up(chance: Random) -> Iterator[str]:
    """Names that can be spoken, each once, in an order that is the same every time."""
    parts = (text.split(",") for text in (_BEGINNINGS, _VOWELS, _ENDINGS))
    first = ["".join(pieces) for pieces in product(*parts)]
    chance.shuffle(first)
    for at, tail in enumerate(_TAILS.split(",")):
        yield from (f"{name}{tail}" for name in first[at * 7 :])


def _stock(shares: Mapping[str, float], tail: int, flat: int, seed: int) -> Stock:
    """The common names, then `tail` made-up ones that share what is left and grow rarer; `flat` says how slowly."""
    invented = [name for name, _ in zip(_made_up(Random(seed)), range(tail), strict=False) if name not in shares]
    weights = [1 / (rank + flat) for rank in range(len(invented))]
    scale = max(0.1, 1 - sum(shares.values())) / sum(weights)
    every = {**shares, **{name: weight * scale for name, weight in zip(invented, weights, strict=True)}}
    return Stock(tuple(name.capitalize() for name in every), tuple(accumulate(every.values())))


@cache
def surnames() -> Stock:
    """Some 150,000 last names."""
    return _stock(facts().family_share, 150_000, 400, 1)


@cache
def given_names() -> Stock:
    """Some 12,000 first names."""
    return _stock(facts().given_share, 12_000, 60, 2)
