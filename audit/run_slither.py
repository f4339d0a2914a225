"""Slither on what Hardhat has built, with three corrections without which it cannot read all of these contracts."""

from crytic_compile.platform.hardhat import Hardhat
from slither.core.declarations.contract import Contract
from slither.core.solidity_types import ElementaryType
from slither.core.solidity_types.elementary_type import Int, Uint
from slither.slithir import convert
from slither.slithir.operations import Binary
from slither.slithir.operations.binary import BinaryType

OF_LEFT_TYPE = (BinaryType.POWER, BinaryType.LEFT_SHIFT, BinaryType.RIGHT_SHIFT)

own_using_for = Contract.using_for_complete.fget
propagate_types = convert.propagate_types


def using_for_with_bases(contract):
    """A function that is inherited uses what its own contract attaches to types, as `TransientSlot` in the guard against reentrancy."""
    merged = dict(own_using_for(contract))
    for base in contract.inheritance:
        for attached, libraries in own_using_for(base).items():
            merged[attached] = list(dict.fromkeys([*merged.get(attached, []), *libraries]))
    return merged


def propagate_wider_type(ir, node):
    """The sum of a uint128 and a uint256 is a uint256, as in `(capital.issued + units).toUint128()`; Slither takes the left one's type."""
    result = propagate_types(ir, node)
    arithmetic = isinstance(ir, Binary) and not BinaryType.return_bool(ir.type) and ir.type not in OF_LEFT_TYPE
    if not arithmetic or not ir.lvalue:
        return result
    left, right = ir.variable_left.type, ir.variable_right.type
    if isinstance(left, ElementaryType) and isinstance(right, ElementaryType):
        same_family = any(left.type in family and right.type in family for family in (Int, Uint))
        if same_family and right.size > left.size:
            ir.lvalue.set_type(right)
    return result


def no_console(*_):
    """Hardhat 3 is not asked for its folders, which are where they usually are: it has no such console."""
    return None


Contract.using_for_complete = property(using_for_with_bases)
convert.propagate_types = propagate_wider_type
Hardhat._run_hardhat_console = no_console

if __name__ == "__main__":
    from slither.__main__ import main

    main()
