// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {LibRLP} from "solady/src/utils/LibRLP.sol";
import {SSTORE2} from "solady/src/utils/SSTORE2.sol";

import {INoteErrors} from "../interfaces/INoteErrors.sol";
import {DayCountConvention, MakingFacts, OverdueBase, Terms} from "../types/NoteTypes.sol";

/// @notice Of the terms, who is who.
struct Parties {
    address borrower;
    address attestor;
    address calendar;
    address registry;
    bool affiliatesFree;
}

/// @title TermsCodec
/// @notice Keeps the terms of a note as the code of a contract of their own: they never change, code is a third of the
/// price of storage to write, and one cold access reads them all.
///
/// Where: `PromissoryNotes` creates one contract when it is deployed, to try this out, and no other but these: so note n is its (n + 1)th,
/// and the address follows from n alone. Nothing is stored to find it.
///
/// Layout, packed big-endian: six addresses (0–119) · principal (120) · rate (132) · overdue rate (136) · dated (140) ·
/// maturity (143) · last day to pay (146) · grace, dismissal, judgment days (149) · after (155) · until (158) ·
/// price numerator (161) · price denominator (173) · convention (177) · flags (178) · document (179) · term sheet (211);
/// then, each only if its flag is set, split and distribution factors other than 1/1 (32 bytes) · off-chain predecessor, dated and
/// principal (15) · note replaced (8).
library TermsCodec {
    uint256 private constant _OPTIONAL = 243;
    /// @dev All optional parts, and the rest of the last word written.
    uint256 private constant _LONGEST = 243 + 32 + 15 + 8 + 32;

    uint8 private constant _BASE_IS_SUM_DUE = 1;
    uint8 private constant _PREPAYMENT_ALLOWED = 2;
    uint8 private constant _EXTEND_DEADLINES = 4;
    uint8 private constant _AFFILIATES_FREE = 8;
    uint8 private constant _FACTORS = 16;
    uint8 private constant _PREDECESSOR = 32;
    uint8 private constant _REPLACES = 64;

    /// @notice A chain that numbers what a contract creates in another way, on which terms could not be found again.
    error TermsMisplaced(address pointer, address expected);

    /// @return data What has been written.
    function write(Terms memory terms, MakingFacts memory making) internal returns (bytes memory data) {
        data = encode(terms, making);
        SSTORE2.write(data);
    }

    /// @dev When the contract is deployed: whether this chain numbers what a contract creates as Ethereum does.
    function tryOut() internal {
        address pointer = SSTORE2.write("");
        if (pointer != pointerOf(0)) revert TermsMisplaced(pointer, pointerOf(0));
    }

    function pointerOf(uint256 id) internal view returns (address) {
        return LibRLP.computeAddress(address(this), id + 1);
    }

    function requireKnown(uint256 id) internal view {
        _requireKnown(id, pointerOf(id));
    }

    function encode(Terms memory terms, MakingFacts memory making) internal pure returns (bytes memory data) {
        data = new bytes(_LONGEST);
        _putAddresses(data, terms);
        _put(data, 120, 96, terms.principal);
        _put(data, 132, 32, terms.rate);
        _put(data, 136, 32, terms.overdueRate);
        _put(data, 140, 24, terms.dated);
        _put(data, 143, 24, terms.maturity);
        _put(data, 146, 24, making.lastDayToPay);
        _put(data, 149, 16, terms.graceDays);
        _put(data, 151, 16, terms.dismissalDays);
        _put(data, 153, 16, terms.judgmentDays);
        _put(data, 155, 24, terms.convertibleAfter);
        _put(data, 158, 24, terms.convertibleUntil);
        _put(data, 161, 96, terms.priceNumerator);
        _put(data, 173, 32, terms.priceDenominator);
        _put(data, 177, 8, uint8(terms.dayCount));
        uint8 flags = _flagsOf(terms, making);
        _put(data, 178, 8, flags);
        _put(data, 179, 256, uint256(terms.document));
        _put(data, 211, 256, uint256(terms.termSheet));
        uint256 length = _putOptional(data, flags, terms, making);
        assembly ("memory-safe") {
            mstore(data, length)
        }
    }

    /// @dev Fills in terms and what was fixed beside them.
    function read(uint256 id, Terms memory terms, MakingFacts memory making) internal view {
        address pointer = pointerOf(id);
        _requireKnown(id, pointer);
        bytes memory data = SSTORE2.read(pointer);
        terms.borrower = _address(data, 0);
        terms.attestor = _address(data, 20);
        terms.currency = _address(data, 40);
        terms.calendar = _address(data, 60);
        terms.registry = _address(data, 80);
        terms.stock = _address(data, 100);
        terms.principal = uint96(_uint(data, 120, 96));
        terms.rate = uint32(_uint(data, 132, 32));
        terms.overdueRate = uint32(_uint(data, 136, 32));
        terms.dated = uint24(_uint(data, 140, 24));
        terms.maturity = uint24(_uint(data, 143, 24));
        making.lastDayToPay = uint24(_uint(data, 146, 24));
        terms.graceDays = uint16(_uint(data, 149, 16));
        terms.dismissalDays = uint16(_uint(data, 151, 16));
        terms.judgmentDays = uint16(_uint(data, 153, 16));
        terms.convertibleAfter = uint24(_uint(data, 155, 24));
        terms.convertibleUntil = uint24(_uint(data, 158, 24));
        terms.priceNumerator = uint96(_uint(data, 161, 96));
        terms.priceDenominator = uint32(_uint(data, 173, 32));
        terms.dayCount = DayCountConvention(_uint(data, 177, 8));
        uint256 flags = _uint(data, 178, 8);
        terms.overdueBase = flags & _BASE_IS_SUM_DUE == 0 ? OverdueBase.Principal : OverdueBase.SumDue;
        terms.prepaymentAllowed = flags & _PREPAYMENT_ALLOWED != 0;
        terms.extendDeadlines = flags & _EXTEND_DEADLINES != 0;
        terms.affiliatesFree = flags & _AFFILIATES_FREE != 0;
        terms.document = bytes32(_uint(data, 179, 256));
        terms.termSheet = bytes32(_uint(data, 211, 256));
        _readOptional(data, flags, terms, making);
    }

    /// @dev What the transfer clause needs of the terms, and no more: every transfer pays for this.
    function readParties(uint256 id) internal view returns (Parties memory parties) {
        bytes memory data = SSTORE2.read(pointerOf(id), 0, 179);
        parties.borrower = _address(data, 0);
        parties.attestor = _address(data, 20);
        parties.calendar = _address(data, 60);
        parties.registry = _address(data, 80);
        parties.affiliatesFree = _uint(data, 178, 8) & _AFFILIATES_FREE != 0;
    }

    function _requireKnown(uint256 id, address pointer) private view {
        if (id == 0 || id >= type(uint64).max || pointer.code.length == 0) revert INoteErrors.NoteUnknown(id);
    }

    function _flagsOf(Terms memory terms, MakingFacts memory making) private pure returns (uint8) {
        bool unity =
            making.splitNumerator == 1 &&
                making.splitDenominator == 1 &&
                making.distributionNumerator == 1 &&
                making.distributionDenominator == 1;
        bool predecessor = terms.predecessorDated != 0 || terms.predecessorPrincipal != 0;
        return
            (terms.overdueBase == OverdueBase.SumDue ? _BASE_IS_SUM_DUE : 0) |
            (terms.prepaymentAllowed ? _PREPAYMENT_ALLOWED : 0) |
            (terms.extendDeadlines ? _EXTEND_DEADLINES : 0) |
            (terms.affiliatesFree ? _AFFILIATES_FREE : 0) |
            (unity ? 0 : _FACTORS) |
            (predecessor ? _PREDECESSOR : 0) |
            (making.replaces == 0 ? 0 : _REPLACES);
    }

    function _putAddresses(bytes memory data, Terms memory terms) private pure {
        _put(data, 0, 160, uint160(terms.borrower));
        _put(data, 20, 160, uint160(terms.attestor));
        _put(data, 40, 160, uint160(terms.currency));
        _put(data, 60, 160, uint160(terms.calendar));
        _put(data, 80, 160, uint160(terms.registry));
        _put(data, 100, 160, uint160(terms.stock));
    }

    function _putOptional(
        bytes memory data,
        uint256 flags,
        Terms memory terms,
        MakingFacts memory making
    ) private pure returns (uint256 length) {
        length = _OPTIONAL;
        if (flags & _FACTORS != 0) {
            _put(data, length, 64, making.splitNumerator);
            _put(data, length + 8, 64, making.splitDenominator);
            _put(data, length + 16, 64, making.distributionNumerator);
            _put(data, length + 24, 64, making.distributionDenominator);
            length += 32;
        }
        if (flags & _PREDECESSOR != 0) {
            _put(data, length, 24, terms.predecessorDated);
            _put(data, length + 3, 96, terms.predecessorPrincipal);
            length += 15;
        }
        if (flags & _REPLACES != 0) {
            _put(data, length, 64, making.replaces);
            length += 8;
        }
    }

    function _readOptional(
        bytes memory data,
        uint256 flags,
        Terms memory terms,
        MakingFacts memory making
    ) private pure {
        uint256 offset = _OPTIONAL;
        bool unity = flags & _FACTORS == 0;
        making.splitNumerator = unity ? 1 : uint64(_uint(data, offset, 64));
        making.splitDenominator = unity ? 1 : uint64(_uint(data, offset + 8, 64));
        making.distributionNumerator = unity ? 1 : uint64(_uint(data, offset + 16, 64));
        making.distributionDenominator = unity ? 1 : uint64(_uint(data, offset + 24, 64));
        if (!unity) offset += 32;
        if (flags & _PREDECESSOR != 0) {
            terms.predecessorDated = uint24(_uint(data, offset, 24));
            terms.predecessorPrincipal = uint96(_uint(data, offset + 3, 96));
            offset += 15;
        }
        if (flags & _REPLACES != 0) making.replaces = uint64(_uint(data, offset, 64));
    }

    /// @dev In order of offsets: each writes a whole word, and the next one over its end.
    function _put(bytes memory data, uint256 offset, uint256 bits, uint256 value) private pure {
        assembly ("memory-safe") {
            mstore(add(add(data, 32), offset), shl(sub(256, bits), value))
        }
    }

    function _address(bytes memory data, uint256 offset) private pure returns (address) {
        return address(uint160(_uint(data, offset, 160)));
    }

    function _uint(bytes memory data, uint256 offset, uint256 bits) private pure returns (uint256 value) {
        assembly ("memory-safe") {
            value := shr(sub(256, bits), mload(add(add(data, 32), offset)))
        }
    }
}
