"""Bit-vector terms as integer terms, exactly.

A term of n bits becomes an integer from 0 to 2^n - 1 together with an interval that certainly holds it. What the interval
shows not to wrap around is written without a modulus, so that sums and products of amounts stay plain sums and products.
A quotient becomes a new integer with its definition: it exists for every numerator, so nothing is assumed.

What has no exact counterpart (an `and` of two unknown words, say) becomes any integer at all: what is proved holds the more,
and a counterexample must be checked against the query itself.
"""

from dataclasses import dataclass
from math import prod

import z3


@dataclass(frozen=True)
class Whole:
    """An integer term, and bounds that hold it."""

    term: z3.ArithRef
    least: int
    most: int


def constant(value: int) -> Whole:
    return Whole(z3.IntVal(value), value, value)


class Translation:
    """One query. `definitions` belong to the translated query as much as what is translated."""

    def __init__(self, bounds: dict[str, int]):
        self.bounds = bounds
        self.definitions: list[z3.BoolRef] = []
        self.variables: dict[str, z3.ArithRef] = {}
        self._words: dict[int, Whole] = {}
        self._facts: dict[int, z3.BoolRef] = {}
        self._quotients: dict[tuple[int, int], tuple[Whole, Whole]] = {}
        self._kept: list[object] = []
        self.open: list[str] = []

    # Propositions

    def fact(self, e: z3.BoolRef) -> z3.BoolRef:
        key = e.get_id()
        if key not in self._facts:
            self._kept.append(e)
            self._facts[key] = self._fact(e)
        return self._facts[key]

    def _fact(self, e: z3.BoolRef) -> z3.BoolRef:
        kind, args = e.decl().kind(), e.children()
        if kind in (z3.Z3_OP_TRUE, z3.Z3_OP_FALSE):
            return e
        if kind == z3.Z3_OP_NOT:
            return z3.Not(self.fact(args[0]))
        if kind == z3.Z3_OP_AND:
            return z3.And([self.fact(a) for a in args])
        if kind == z3.Z3_OP_OR:
            return z3.Or([self.fact(a) for a in args])
        if kind == z3.Z3_OP_IMPLIES:
            return z3.Implies(self.fact(args[0]), self.fact(args[1]))
        if kind == z3.Z3_OP_XOR:
            return z3.Xor(self.fact(args[0]), self.fact(args[1]))
        if kind == z3.Z3_OP_ITE:
            return z3.If(self.fact(args[0]), self.fact(args[1]), self.fact(args[2]))
        if kind in (z3.Z3_OP_EQ, z3.Z3_OP_DISTINCT) and len(args) == 2:
            same = self._same(*args)
            return same if kind == z3.Z3_OP_EQ else z3.Not(same)
        if kind in _COMPARED:
            signed, compare = _COMPARED[kind]
            read = self.signed if signed else self.word
            a, b = read(args[0]), read(args[1])
            return _decided(compare(a, b), compare(a.term, b.term))
        self.open.append(e.decl().name())
        return z3.Bool(f"open!{len(self.open)}")

    def _same(self, a: z3.ExprRef, b: z3.ExprRef) -> z3.BoolRef:
        if z3.is_bool(a):
            return self.fact(a) == self.fact(b)
        x, y = self.word(a), self.word(b)
        if x.most < y.least or y.most < x.least:
            return z3.BoolVal(False)
        return x.term == y.term

    # Words

    def word(self, e: z3.BitVecRef) -> Whole:
        """From 0 to 2^n - 1."""
        key = e.get_id()
        if key not in self._words:
            self._kept.append(e)
            self._words[key] = self._wrapped(self._word(e), e.size())
        return self._words[key]

    def signed(self, e: z3.BitVecRef) -> Whole:
        """The same word read as two's complement."""
        x, half = self.word(e), 1 << (e.size() - 1)
        if x.most < half:
            return x
        if x.least >= half:
            return Whole(x.term - 2 * half, x.least - 2 * half, x.most - 2 * half)
        return Whole(z3.If(x.term >= half, x.term - 2 * half, x.term), -half, half - 1)

    def _word(self, e: z3.BitVecRef) -> Whole:
        """Anything congruent to the word modulo 2^n."""
        kind, args, size = e.decl().kind(), e.children(), e.size()
        if kind == z3.Z3_OP_BNUM:
            return constant(e.as_long())
        if kind == z3.Z3_OP_UNINTERPRETED and not args:
            return self._variable(e)
        if kind == z3.Z3_OP_ITE:
            return self._either(self.fact(args[0]), self.word(args[1]), self.word(args[2]))
        if kind == z3.Z3_OP_BADD:
            return _sum([self._loose(a) for a in args])
        if kind == z3.Z3_OP_BSUB:
            return _sum([self._loose(args[0])] + [_times(constant(-1), self._loose(a)) for a in args[1:]])
        if kind == z3.Z3_OP_BNEG:
            return _times(constant(-1), self._loose(args[0]))
        if kind == z3.Z3_OP_BMUL:
            return self._product(args, size)
        if kind == z3.Z3_OP_CONCAT:
            return self._concatenated(args)
        if kind == z3.Z3_OP_EXTRACT:
            high, low = e.params()
            return self._low_bits(self._shifted_right(self.word(args[0]), low), high - low + 1)
        if kind == z3.Z3_OP_ZERO_EXT:
            return self.word(args[0])
        if kind == z3.Z3_OP_SIGN_EXT:
            return self.signed(args[0])
        if kind == z3.Z3_OP_BNOT:
            return _sum([constant((1 << size) - 1), _times(constant(-1), self.word(args[0]))])
        if kind in (z3.Z3_OP_BUDIV, z3.Z3_OP_BUDIV_I):
            return self._over(args[0], args[1], size)
        if kind in (z3.Z3_OP_BUREM, z3.Z3_OP_BUREM_I):
            return self._remainder(args[0], args[1])
        if kind == z3.Z3_OP_BLSHR and z3.is_bv_value(args[1]):
            return self._shifted_right(self.word(args[0]), args[1].as_long())
        if kind == z3.Z3_OP_BSHL and z3.is_bv_value(args[1]):
            return _times(constant(1 << args[1].as_long()), self._loose(args[0]))
        if kind == z3.Z3_OP_BAND:
            return self._masked(e)
        if kind == z3.Z3_OP_BOR:
            return self._joined(e)
        return self._any(e)

    def _variable(self, e: z3.BitVecRef) -> Whole:
        name, most = e.decl().name(), (1 << e.size()) - 1
        most = min(most, self.bounds.get(name, most))
        if name not in self.variables:
            self.variables[name] = z3.Int(name)
            self.definitions += [self.variables[name] >= 0, self.variables[name] <= most]
        return Whole(self.variables[name], 0, most)

    def _loose(self, e: z3.BitVecRef) -> Whole:
        """As `word`, but a constant above half the range as the negative number it stands for."""
        if z3.is_bv_value(e) and e.as_long() >> (e.size() - 1):
            return constant(e.as_long() - (1 << e.size()))
        return self.word(e)

    def _wrapped(self, x: Whole, size: int) -> Whole:
        span = 1 << size
        if 0 <= x.least and x.most < span:
            return x
        if -span <= x.least and x.most < span:
            return Whole(z3.If(x.term < 0, x.term + span, x.term), 0, span - 1)
        return self._divided(x, span)[1]

    def _low_bits(self, x: Whole, bits: int) -> Whole:
        return x if x.most < 1 << bits else self._divided(x, 1 << bits)[1]

    def _shifted_right(self, x: Whole, bits: int) -> Whole:
        return x if bits == 0 else self._divided(x, 1 << bits)[0]

    def _divided(self, x: Whole, divisor: int) -> tuple[Whole, Whole]:
        """Quotient, towards minus infinity, and remainder."""
        if x.least == x.most:
            return constant(x.least // divisor), constant(x.least % divisor)
        key = (x.term.get_id(), divisor)
        if key not in self._quotients:
            self._kept.append(x.term)
            q = z3.Int(f"quotient!{len(self._quotients)}")
            low, high = x.least // divisor, x.most // divisor
            rest = x.term - divisor * q
            self.definitions += [rest >= 0, rest < divisor, q >= low, q <= high]
            self._quotients[key] = (Whole(q, low, high), Whole(rest, 0, divisor - 1))
        return self._quotients[key]

    def _either(self, condition: z3.BoolRef, a: Whole, b: Whole) -> Whole:
        if z3.is_true(condition):
            return a
        if z3.is_false(condition):
            return b
        return Whole(z3.If(condition, a.term, b.term), min(a.least, b.least), max(a.most, b.most))

    def _product(self, args: list[z3.BitVecRef], size: int) -> Whole:
        for i, a in enumerate(args):
            if z3.is_app_of(a, z3.Z3_OP_ITE) and {_value(a.arg(1)), _value(a.arg(2))} == {0, 1}:
                others = self._wrapped(self._product(args[:i] + args[i + 1 :], size), size)
                yes, no = (others, constant(0)) if _value(a.arg(1)) == 1 else (constant(0), others)
                return self._either(self.fact(a.arg(0)), yes, no)
        product = constant(1)
        for factor in (self._loose(a) for a in args):
            product = _times(product, factor)
        return product

    def _concatenated(self, args: list[z3.BitVecRef]) -> Whole:
        parts, shift = [], 0
        for a in reversed(args):
            parts.append(_times(constant(1 << shift), self.word(a)))
            shift += a.size()
        return _sum(parts)

    def _over(self, numerator: z3.BitVecRef, denominator: z3.BitVecRef, size: int) -> Whole:
        n, d = self.word(numerator), self.word(denominator)
        exact = constant(1) if n.term.eq(d.term) else self._factor_left(numerator, denominator)
        if exact is not None:
            by_zero = constant((1 << size) - 1)
            return self._either(d.term == 0, by_zero, exact) if d.least == 0 else exact
        return self._quotient_of(n, d, (1 << size) - 1)[0]

    def _remainder(self, numerator: z3.BitVecRef, denominator: z3.BitVecRef) -> Whole:
        n, d = self.word(numerator), self.word(denominator)
        return self._quotient_of(n, d, 0)[1]

    def _factor_left(self, numerator: z3.BitVecRef, denominator: z3.BitVecRef) -> Whole | None:
        """Of a product that does not wrap and is divided by one of its two factors, the other."""
        if not z3.is_app_of(numerator, z3.Z3_OP_BMUL) or numerator.num_args() != 2:
            return None
        for mine, other in ((0, 1), (1, 0)):
            a, b = self.word(numerator.arg(mine)), self.word(numerator.arg(other))
            if a.term.eq(self.word(denominator).term) and a.most * b.most < 1 << numerator.size():
                return b
        return None

    def _quotient_of(self, n: Whole, d: Whole, by_zero: int) -> tuple[Whole, Whole]:
        if d.least == d.most and d.least > 0:
            return self._divided(n, d.least)
        key = (n.term.get_id(), -d.term.get_id())
        if key not in self._quotients:
            self._kept += [n.term, d.term]
            q = z3.Int(f"quotient!{len(self._quotients)}")
            rest = n.term - q * d.term
            self.definitions += [q >= 0, q <= n.most]
            self.definitions.append(z3.Implies(d.term > 0, z3.And(rest >= 0, rest < d.term, q <= n.term)))
            self.definitions.append(z3.Implies(d.term == 0, q == 0))
            self._quotients[key] = (Whole(q, 0, n.most), Whole(rest, 0, max(n.most, d.most)))
        q, rest = self._quotients[key]
        if d.least > 0 or by_zero == 0:
            return q, rest
        return self._either(d.term == 0, constant(by_zero), q), rest

    def _any(self, e: z3.BitVecRef) -> Whole:
        self.open.append(e.decl().name())
        word, most = z3.Int(f"open!{len(self.open)}"), (1 << e.size()) - 1
        self.definitions += [word >= 0, word <= most]
        return Whole(word, 0, most)

    def _masked(self, e: z3.BitVecRef) -> Whole:
        args = e.children()
        if len(args) != 2:
            return self._any(e)
        masks = [a for a in args if z3.is_bv_value(a)]
        if not masks:
            a, b = (self.word(x) for x in args)
            if a.most <= 1 or b.most <= 1:
                bit, word = (a, b) if a.most <= 1 else (b, a)
                return self._either(bit.term == 1, self._low_bits(word, 1), constant(0))
            return self._any(e)
        mask = masks[0].as_long()
        x = self.word(args[0] if args[1] is masks[0] else args[1])
        parts, at = [], 0
        while mask >> at:
            if (mask >> at) & 1:
                end = at
                while (mask >> end) & 1:
                    end += 1
                run = self._low_bits(self._shifted_right(x, at), end - at)
                parts.append(_times(constant(1 << at), run))
                at = end
            else:
                at += 1
        return _sum(parts)

    def _joined(self, e: z3.BitVecRef) -> Whole:
        joined = self.word(e.arg(0))
        for a in e.children()[1:]:
            x = self.word(a)
            if joined.most <= 1 and x.most <= 1:
                joined = self._either(joined.term == 1, constant(1), x)
            elif x.most == 0 or joined.most == 0:
                joined = x if joined.most == 0 else joined
            else:
                return self._any(e)
        return joined


def _value(e: z3.ExprRef) -> int | None:
    return e.as_long() if z3.is_bv_value(e) else None


def _sum(parts: list[Whole]) -> Whole:
    least, most = sum(p.least for p in parts), sum(p.most for p in parts)
    known = sum(p.least for p in parts if p.least == p.most)
    terms = [p.term for p in parts if p.least != p.most]
    if not terms:
        return constant(known)
    return Whole(z3.Sum(terms + ([z3.IntVal(known)] if known else [])) if len(terms) > 1 or known else terms[0], least, most)


def _times(a: Whole, b: Whole) -> Whole:
    corners = [prod(pair) for pair in ((a.least, b.least), (a.least, b.most), (a.most, b.least), (a.most, b.most))]
    if a.least == a.most == 1:
        return b
    if b.least == b.most == 1:
        return a
    if min(corners) == max(corners):
        return constant(corners[0])
    return Whole(a.term * b.term, min(corners), max(corners))


class _Compare:
    """A comparison of two terms; of two intervals, whether it is decided."""

    def __init__(self, strict: bool, swapped: bool):
        self.strict, self.swapped = strict, swapped

    def __call__(self, a, b):
        if self.swapped:
            a, b = b, a
        if not isinstance(a, Whole):
            return a < b if self.strict else a <= b
        if (a.most < b.least) if self.strict else (a.most <= b.least):
            return True
        if (a.least >= b.most) if self.strict else (a.least > b.most):
            return False
        return None


def _decided(known: bool | None, otherwise: z3.BoolRef) -> z3.BoolRef:
    return otherwise if known is None else z3.BoolVal(known)


_COMPARED = {
    z3.Z3_OP_ULEQ: (False, _Compare(False, False)),
    z3.Z3_OP_ULT: (False, _Compare(True, False)),
    z3.Z3_OP_UGEQ: (False, _Compare(False, True)),
    z3.Z3_OP_UGT: (False, _Compare(True, True)),
    z3.Z3_OP_SLEQ: (True, _Compare(False, False)),
    z3.Z3_OP_SLT: (True, _Compare(True, False)),
    z3.Z3_OP_SGEQ: (True, _Compare(False, True)),
    z3.Z3_OP_SGT: (True, _Compare(True, True)),
}
