"""Lemmas on `Math.mulDiv`, x * y / d of 512 bits by 256: mul_div.py SECONDS prints one JSON object a lemma.

A transcription, over unbounded integers: each lemma is about one step as it is written down in `transcribed`, which is held
against the code by execution. Together they say that mulDiv(x, y, d) = floor(x * y / d) for all words with a quotient below 2^256.
"""

import json
import random
import sys
import time
from collections.abc import Callable

import z3

WORD = 1 << 256


def transcribed(x: int, y: int, d: int) -> int:
    low, turned = x * y % WORD, x * y % (WORD - 1)
    high = (turned - low - (turned < low)) % WORD
    if high == 0:
        return low // d
    assert d > high
    remainder = x * y % d
    high, low = (high - (remainder > low)) % WORD, (low - remainder) % WORD
    twos = d & -d
    d, low = d // twos, low // twos
    low |= high * (((WORD - twos) // twos + 1) % WORD) % WORD
    inverse = (3 * d % WORD) ^ 2
    for _ in range(6):
        inverse = inverse * ((2 - d * inverse) % WORD) % WORD
    return low * inverse % WORD


def ints(names: str) -> list[z3.ArithRef]:
    return z3.Ints(names)


def word(*terms: z3.ArithRef) -> list[z3.BoolRef]:
    return [bound for t in terms for bound in (t >= 0, t < WORD)]


def product() -> list[list[z3.BoolRef]]:
    """The remainders of a product by 2^256 and by 2^256 - 1 give it back: high * 2^256 + low."""
    high, low, turns, turned, found, wraps = ints("high low turns turned found wraps")
    p = high * WORD + low
    given = word(high, low, found) + [p <= (WORD - 1) ** 2, turned == p - turns * (WORD - 1), turned >= 0, turned < WORD - 1]
    given += [found == turned - low - z3.If(turned < low, 1, 0) + wraps * WORD]
    return [given + [found != high]]


def exact() -> list[list[z3.BoolRef]]:
    """Taking off the remainder, with a borrow, leaves the exact multiple."""
    high, low, rest, found, wraps = ints("high low rest found wraps")
    given = word(high, low, rest, found) + [rest <= high * WORD + low, found == low - rest + wraps * WORD]
    return [given + [(high - z3.If(rest > low, 1, 0)) * WORD + found != high * WORD + low - rest]]


def powers_of_two() -> list[list[z3.BoolRef]]:
    """For each power of two, 2^0 to 2^255: shifting it out of both words leaves the multiple divided by it, modulo 2^256."""
    high, low, shifted, over, found, n, wraps = ints("high low shifted over found n wraps")
    cases = []
    for k in range(256):
        flipped = ((WORD - 2**k) // 2**k + 1) % WORD
        given = word(high, low, found) + [high * WORD + low == n * 2**k, low == shifted * 2**k]
        given += [found == high * flipped - over * WORD]
        # nothing of one word lies over the other: `or` is a sum
        together = z3.And(shifted >= 0, shifted < (flipped or WORD), found + shifted < WORD)
        cases.append(given + [z3.Not(z3.And(together, z3.Or(flipped == 0, found % (flipped or 1) == 0)))])
        cases.append(given + [n == wraps * WORD + n % WORD, found + shifted != n % WORD])
    return cases


def seed() -> list[list[z3.BoolRef]]:
    """The first guess of the inverse, (3 d) ^ 2, is right to four bits, for every odd d of 256."""
    d = z3.BitVec("d", 256)
    return [[z3.Extract(0, 0, d) == 1, z3.Extract(3, 0, d * ((3 * d) ^ 2)) != 1]]


def newton() -> list[list[z3.BoolRef]]:
    """A step doubles the bits that are right: from d x = 1 + m K follows d (x (2 - d x) + c K^2) = 1 + K^2 (d c - m^2)."""
    d, x, m, k, c = ints("d x m k c")
    return [[d * x == 1 + m * k, d * (x * (2 - d * x) + c * k * k) != 1 + k * k * (d * c - m * m)]]


def quotient() -> list[list[z3.BoolRef]]:
    """The product with the inverse is the quotient, modulo 2^256."""
    q, d, low, inverse, c, e = ints("q d low inverse c e")
    given = [d * inverse == 1 + c * WORD, low == q * d - e * WORD]
    return [given + [low * inverse != q + WORD * (q * c - e * inverse)]]


def fits() -> list[list[z3.BoolRef]]:
    """The quotient has 256 bits exactly when the divisor is above the high word."""
    high, low, q, d = ints("high low q d")
    given = word(high, low, d) + [d > 0, q * d <= high * WORD + low, high * WORD + low < (q + 1) * d]
    return [given + [d > high, q >= WORD], given + [d <= high, q < WORD]]


LEMMAS = [product, exact, powers_of_two, seed, newton, quotient, fits]


def decided(cases: list[list[z3.BoolRef]], seconds: int) -> str:
    for case in cases:
        solver = z3.Then("simplify", "propagate-values", "solve-eqs", "smt").solver()
        solver.set("timeout", 1000 * seconds)
        solver.add(case)
        result = solver.check()
        if result == z3.sat:
            return "counterexample"
        if result != z3.unsat:
            return "not proved"
    return "proved"


def transcription_holds(cases: int) -> str:
    chance = random.Random(1)
    for _ in range(cases):
        x, y = (chance.getrandbits(chance.randint(1, 256)) for _ in range(2))
        d = (chance.getrandbits(chance.randint(1, 256)) | 1) << chance.randint(0, 255)
        d %= WORD
        if d > x * y // WORD and transcribed(x, y, d) != x * y // d:
            return "counterexample"
    return "held"


def report(name: str, notice: str, work: Callable[[], str], **more: int) -> None:
    begun = time.monotonic()
    result = work()
    seconds = time.monotonic() - begun
    print(json.dumps({"name": name, "notice": notice, "result": result, "seconds": seconds, **more}), flush=True)


if __name__ == "__main__":
    limit = int(sys.argv[1])
    for lemma in LEMMAS:
        report(lemma.__name__, lemma.__doc__, lambda: decided(lemma(), limit))
    cases = 50_000
    report("transcribed", "The transcription of mulDiv gives the floor.", lambda: transcription_holds(cases), cases=cases)
