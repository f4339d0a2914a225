"""Whether words and their integers agree: agree.py CASES, on terms and values drawn at random. Prints one JSON object.

For each: the definitions have a solution for the values, and in every solution the integer is the word.
"""

import json
import random
import sys
import time

import z3

from choices import Choices
from to_integers import Translation

WIDTHS = (1, 4, 8, 24, 96, 160, 256)
chance = random.Random(7)


def value(size: int) -> int:
    """Often at an end of the range, or short."""
    shapes = (0, 1, (1 << size) - 1, 1 << (size - 1), chance.getrandbits(size), chance.getrandbits(max(1, size // 3)))
    return chance.choice(shapes) % (1 << size)


def drawn(size: int, depth: int, variables: dict[str, z3.BitVecRef]) -> z3.BitVecRef:
    if depth == 0 or chance.random() < 0.15:
        if chance.random() < 0.4:
            return z3.BitVecVal(value(size), size)
        name = f"v{size}_{chance.randint(0, 2)}"
        return variables.setdefault(name, z3.BitVec(name, size))

    def part(width: int = size) -> z3.BitVecRef:
        return drawn(width, depth - 1, variables)

    def choice() -> z3.BitVecRef:
        a, b = part(), part()
        bit = z3.If(fact(depth - 1, variables), z3.BitVecVal(1, size), z3.BitVecVal(0, size))
        return b ^ ((a ^ b) * bit)

    wider = size + chance.choice((1, 8, 64))
    low = chance.randint(0, wider - size)
    split = chance.randint(1, size - 1) if size > 1 else 0
    mask = ((1 << chance.randint(0, size)) - 1) << chance.randint(0, size)
    ways = [
        lambda: part() + part(),
        lambda: part() - part(),
        lambda: part() * part(),
        lambda: part() * z3.BitVecVal(value(size), size) + part(),
        lambda: -part(),
        lambda: ~part(),
        lambda: z3.UDiv(part(), part()),
        lambda: z3.URem(part(), part()),
        lambda: z3.UDiv(part(), z3.BitVecVal(value(size), size)),
        lambda: z3.LShR(part(), chance.randint(0, size)),
        lambda: part() << chance.randint(0, size),
        lambda: part() & (mask % (1 << size)),
        lambda: z3.Extract(low + size - 1, low, part(wider)),
        lambda: z3.Concat(part(size - split), part(split)) if split else part(),
        lambda: z3.ZeroExt(split, part(size - split)) if split else part(),
        lambda: z3.SignExt(split, part(size - split)) if split else part(),
        lambda: z3.If(fact(depth - 1, variables), part(), part()),
        choice,
    ]
    return chance.choice(ways)()


def fact(depth: int, variables: dict[str, z3.BitVecRef]) -> z3.BoolRef:
    size = chance.choice(WIDTHS)
    a, b = drawn(size, depth, variables), drawn(size, depth, variables)
    return chance.choice((z3.ULE(a, b), z3.ULT(a, b), a <= b, a < b, a == b, z3.Not(z3.UGE(a, b)), a > b))


def agrees() -> bool | None:
    """None if the solver does not say."""
    variables: dict[str, z3.BitVecRef] = {}
    term = drawn(chance.choice(WIDTHS), 3, variables)
    if chance.random() < 0.5:
        term = z3.simplify(term)
    values = {name: value(v.size()) for name, v in variables.items()}
    word = z3.simplify(z3.substitute(term, *((v, z3.BitVecVal(values[name], v.size())) for name, v in variables.items())))
    translation = Translation({})
    whole = translation.word(Choices().plain(term))
    if translation.open:
        return None
    solver = z3.Solver()
    solver.set("timeout", 2000)
    solver.add(translation.definitions + [v == values[name] for name, v in translation.variables.items()])
    solver.push()
    solver.add(whole.term != word.as_long())
    other = solver.check()
    solver.pop()
    some = solver.check()
    if not whole.least <= word.as_long() <= whole.most or other == z3.sat or some == z3.unsat:
        print(term, values, file=sys.stderr)
        return False
    return True if other == z3.unsat and some == z3.sat else None


if __name__ == "__main__":
    begun = time.monotonic()
    found = [agrees() for _ in range(int(sys.argv[1]))]
    result = "counterexample" if False in found else "held" if found.count(None) < len(found) / 10 else "not proved"
    seconds = time.monotonic() - begun
    notice = "Words and the integers they are written as agree, on terms and values drawn at random."
    print(json.dumps({"name": "agree", "notice": notice, "result": result, "seconds": seconds, "cases": found.count(True)}))
    sys.exit(0 if result == "held" else 1)
