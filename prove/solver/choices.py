"""The choice between two words that a machine makes without a jump, b ^ ((a ^ b) * c) with c 0 or 1, as a plain choice.

Every step rewrites a term to an equal one.
"""

import z3


class Choices:
    def __init__(self):
        self._plain: dict[int, z3.ExprRef] = {}
        self._kept: list[z3.ExprRef] = []

    def plain(self, e: z3.ExprRef) -> z3.ExprRef:
        key = e.get_id()
        if key not in self._plain:
            args = [self.plain(a) for a in e.children()]
            self._kept.append(e)
            self._plain[key] = self._rewritten(e, args)
        return self._plain[key]

    def _rewritten(self, e: z3.ExprRef, args: list[z3.ExprRef]) -> z3.ExprRef:
        kind = e.decl().kind()
        if kind == z3.Z3_OP_BMUL:
            for i, a in enumerate(args):
                if _is_bit(a):
                    return self._times_bit(args[:i] + args[i + 1 :], a)
        same = e if all(a.eq(b) for a, b in zip(args, e.children())) else e.decl()(*args)
        if kind in (z3.Z3_OP_EXTRACT, z3.Z3_OP_BXOR, z3.Z3_OP_CONCAT):
            chosen = [a for a in args if z3.is_app_of(a, z3.Z3_OP_ITE)]
            if chosen:
                return self._inside(e, args, chosen[0].arg(0))
            return z3.simplify(same)
        return same

    def _times_bit(self, others: list[z3.BitVecRef], bit: z3.BitVecRef) -> z3.BitVecRef:
        product = others[0]
        for other in others[1:]:
            product = product * other
        nothing = z3.BitVecVal(0, product.size())
        yes, no = (product, nothing) if bit.arg(1).as_long() == 1 else (nothing, product)
        return z3.If(bit.arg(0), yes, no)

    def _inside(self, e: z3.ExprRef, args: list[z3.ExprRef], condition: z3.BoolRef) -> z3.ExprRef:
        """The operation carried out on either side of the choice."""
        sides = []
        for which in (1, 2):
            here = [a.arg(which) if z3.is_app_of(a, z3.Z3_OP_ITE) and a.arg(0).eq(condition) else a for a in args]
            sides.append(self._rewritten(e.decl()(*here), here))
        return z3.If(condition, sides[0], sides[1])


def _is_bit(a: z3.ExprRef) -> bool:
    if not z3.is_app_of(a, z3.Z3_OP_ITE) or not all(z3.is_bv_value(x) for x in a.children()[1:]):
        return False
    return {a.arg(1).as_long(), a.arg(2).as_long()} == {0, 1}


def has_exclusive(e: z3.ExprRef, seen: set[int]) -> bool:
    if e.get_id() in seen:
        return False
    seen.add(e.get_id())
    return z3.is_app_of(e, z3.Z3_OP_BXOR) or any(has_exclusive(a, seen) for a in e.children())
