"""Decides a query of the prover over the integers: solve.py QUERY.smt2, answers as an SMT solver does.

`unsat` is said of the integer form alone. `sat` is said only of values that, put into the query itself, satisfy it.
"""

import re
import sys

import z3

from choices import Choices, has_exclusive
from to_integers import Translation

# How far to go, in the solver's own count of steps, and which of its arithmetics. Steps, not seconds: a busy machine gives the same answer.
WAYS = ((8_000_000, 6), (12_000_000, 2), (24_000_000, 6))
# The prover leaves products and quotients open at first. Here they are what the machine computes, division by zero included.
_PRODUCT = re.compile(r"\(declare-fun (f_evm_bvmul_(\d+)) \(\(_ BitVec \2\) \(_ BitVec \2\)\) \(_ BitVec \2\)\)")
_QUOTIENT = re.compile(
    r"\(declare-fun (f_evm_(bvudiv|bvurem|bvsdiv|bvsrem)_(\d+)) \(\(_ BitVec \3\) \(_ BitVec \3\)\) \(_ BitVec \3\)\)"
)


def read(path: str) -> list[z3.BoolRef]:
    with open(path, encoding="utf8") as file:
        text = file.read()
    word = r"((x (_ BitVec {0})) (y (_ BitVec {0}))) (_ BitVec {0})"
    text = _PRODUCT.sub(lambda m: f"(define-fun {m[1]} {word.format(m[2])} (bvmul x y))", text)
    text = _QUOTIENT.sub(
        lambda m: f"(define-fun {m[1]} {word.format(m[3])} (ite (= y (_ bv0 {m[3]})) (_ bv0 {m[3]}) ({m[2]} x y)))", text
    )
    # balances of accounts: no arithmetic depends on them
    return [a for a in z3.parse_smt2_string(text) if not _mentions_arrays(a, set())]


def _mentions_arrays(e: z3.ExprRef, seen: set[int]) -> bool:
    if e.get_id() in seen:
        return False
    seen.add(e.get_id())
    return z3.is_array(e) or any(_mentions_arrays(a, seen) for a in e.children())


def bounds_of(assertions: list[z3.BoolRef]) -> dict[str, int]:
    """Greatest values of arguments whose upper bits are said to be zero."""
    bounds = {}
    for a in assertions:
        if not z3.is_eq(a) or not z3.is_bv(a.arg(0)):
            continue
        for v, w in ((a.arg(0), a.arg(1)), (a.arg(1), a.arg(0))):
            if not z3.is_const(v) or not z3.is_app_of(w, z3.Z3_OP_CONCAT) or w.num_args() != 2:
                continue
            zeros, low = w.children()
            if z3.is_bv_value(zeros) and zeros.as_long() == 0 and z3.is_app_of(low, z3.Z3_OP_EXTRACT):
                if low.arg(0).eq(v) and low.params()[1] == 0:
                    bounds[v.decl().name()] = (1 << low.size()) - 1
    return bounds


def model_of(assertions: list[z3.BoolRef], values: dict[str, int]) -> str | None:
    """The values as a model, if they satisfy the query itself."""
    known = {}
    for a in assertions:
        _constants(a, known, set())
    put_in = [(v, z3.BitVecVal(values.get(name, 0), v.size())) for name, v in known.items()]
    for a in assertions:
        if not z3.is_true(z3.simplify(z3.substitute(a, *put_in))):
            return None
    lines = [f"  (define-fun {name} () (_ BitVec {v.size()}) (_ bv{values.get(name, 0)} {v.size()}))" for name, v in known.items()]
    return "(\n" + "\n".join(lines) + "\n)"


def _constants(e: z3.ExprRef, known: dict[str, z3.BitVecRef], seen: set[int]) -> None:
    if e.get_id() in seen:
        return
    seen.add(e.get_id())
    if z3.is_const(e) and e.decl().kind() == z3.Z3_OP_UNINTERPRETED and z3.is_bv(e):
        known[e.decl().name()] = e
    for a in e.children():
        _constants(a, known, seen)


def decided(facts: list[z3.BoolRef]) -> tuple[z3.CheckSatResult, z3.ModelRef | None]:
    """One way of arithmetic after the other: what takes one too long, the other often sees at once."""
    for steps, way in WAYS:
        arithmetic = z3.With("smt", **{"arith.solver": way})
        solver = z3.Then("simplify", "propagate-values", "solve-eqs", "elim-uncnstr", arithmetic).solver()
        solver.set("rlimit", steps)
        solver.add(facts)
        result = solver.check()
        if result != z3.unknown:
            return result, solver.model() if result == z3.sat else None
    return z3.unknown, None


def answer(path: str) -> str:
    assertions = read(path)
    translation = Translation(bounds_of(assertions))
    choices = Choices()
    plain = [choices.plain(a) if has_exclusive(a, set()) else a for a in assertions]
    facts = [translation.fact(a) for a in plain]
    result, model = decided(translation.definitions + facts)
    if result == z3.sat:
        values = {name: model.eval(v, model_completion=True).as_long() for name, v in translation.variables.items()}
        shown = model_of(assertions, values)
        return f"sat\n{shown}" if shown else f"unknown\n; no counterexample of the query: {translation.open}"
    return str(result)


if __name__ == "__main__":
    print(answer(sys.argv[1]))
