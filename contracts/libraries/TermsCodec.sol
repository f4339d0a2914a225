// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {SSTORE2} from "solady/src/utils/SSTORE2.sol";

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
/// Layout, packed big-endian: six addresses (0–119) · principal (120) · rate (132) · overdue rate (136) · dated (140) ·
/// maturity (143) · last day to pay (146) · grace, dismissal, judgment days (149) · after (155) · until (158) ·
/// price numerator (161) · price denominator (173) · convention (177) · flags (178) · document (179) · term sheet (211) ·
/// split and distribution factors (243, absent where both are 1/1).
library TermsCodec {
    uint256 private constant _FACTORS = 243;

    uint8 private constant _BASE_IS_SUM_DUE = 1;
    uint8 private constant _PREPAYMENT_ALLOWED = 2;
    uint8 private constant _EXTEND_DEADLINES = 4;
    uint8 private constant _AFFILIATES_FREE = 8;

    function write(Terms memory terms, MakingFacts memory making) internal returns (address pointer) {
        uint8 flags =
            (terms.overdueBase == OverdueBase.SumDue ? _BASE_IS_SUM_DUE : 0) |
                (terms.prepaymentAllowed ? _PREPAYMENT_ALLOWED : 0) |
                (terms.extendDeadlines ? _EXTEND_DEADLINES : 0) |
                (terms.affiliatesFree ? _AFFILIATES_FREE : 0);
        bytes memory data = abi.encodePacked(
            abi.encodePacked(
                terms.borrower,
                terms.attestor,
                terms.currency,
                terms.calendar,
                terms.registry,
                terms.stock,
                terms.principal,
                terms.rate,
                terms.overdueRate
            ),
            abi.encodePacked(
                terms.dated,
                terms.maturity,
                making.lastDayToPay,
                terms.graceDays,
                terms.dismissalDays,
                terms.judgmentDays,
                terms.convertibleAfter,
                terms.convertibleUntil,
                terms.priceNumerator,
                terms.priceDenominator
            ),
            terms.dayCount,
            flags,
            terms.document,
            terms.termSheet
        );
        bool unity =
            making.splitNumerator == 1 &&
                making.splitDenominator == 1 &&
                making.distributionNumerator == 1 &&
                making.distributionDenominator == 1;
        if (!unity) {
            data = abi.encodePacked(
                data,
                making.splitNumerator,
                making.splitDenominator,
                making.distributionNumerator,
                making.distributionDenominator
            );
        }
        return SSTORE2.write(data);
    }

    function read(address pointer) internal view returns (Terms memory terms, MakingFacts memory making) {
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
        bool unity = data.length == _FACTORS;
        making.splitNumerator = unity ? 1 : uint64(_uint(data, _FACTORS, 64));
        making.splitDenominator = unity ? 1 : uint64(_uint(data, _FACTORS + 8, 64));
        making.distributionNumerator = unity ? 1 : uint64(_uint(data, _FACTORS + 16, 64));
        making.distributionDenominator = unity ? 1 : uint64(_uint(data, _FACTORS + 24, 64));
    }

    /// @dev What the transfer clause needs of the terms, and no more: every transfer pays for this.
    function readParties(address pointer) internal view returns (Parties memory parties) {
        bytes memory data = SSTORE2.read(pointer, 0, 179);
        parties.borrower = _address(data, 0);
        parties.attestor = _address(data, 20);
        parties.calendar = _address(data, 60);
        parties.registry = _address(data, 80);
        parties.affiliatesFree = _uint(data, 178, 8) & _AFFILIATES_FREE != 0;
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
