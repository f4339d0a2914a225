// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {TermsCodec} from "../../../contracts/libraries/TermsCodec.sol";
import {DayCountConvention, MakingFacts, OverdueBase, Terms} from "../../../contracts/types/NoteTypes.sol";

contract TermsFuzz {
    uint256 private _written;

    constructor() {
        TermsCodec.tryOut();
    }

    function testFuzz_L7_termsAreReadAsTheyWereWritten(
        address[6] calldata who,
        uint96[3] calldata money,
        uint32[3] calldata ratios,
        uint24[6] calldata when,
        uint16[3] calldata periods,
        uint8 kinds,
        bytes32[2] calldata hashes,
        uint64[5] calldata factors
    ) external {
        Terms memory terms;
        (terms.borrower, terms.attestor, terms.currency) = (who[0], who[1], who[2]);
        (terms.calendar, terms.registry, terms.stock) = (who[3], who[4], who[5]);
        (terms.principal, terms.priceNumerator) = (money[0], money[1]);
        (terms.rate, terms.overdueRate, terms.priceDenominator) = (ratios[0], ratios[1], ratios[2]);
        (terms.dated, terms.maturity) = (when[0], when[1]);
        (terms.convertibleAfter, terms.convertibleUntil) = (when[2], when[3]);
        (terms.graceDays, terms.dismissalDays, terms.judgmentDays) = (periods[0], periods[1], periods[2]);
        terms.overdueBase = OverdueBase(kinds & 1);
        terms.prepaymentAllowed = kinds & 2 != 0;
        terms.extendDeadlines = kinds & 4 != 0;
        terms.affiliatesFree = kinds & 8 != 0;
        terms.dayCount = DayCountConvention((kinds >> 4) % 7);
        (terms.document, terms.termSheet) = (hashes[0], hashes[1]);
        _roundTrip(terms, MakingFacts(when[4], factors[0], factors[1], factors[2], factors[3], factors[4]));
        _roundTrip(terms, MakingFacts(when[4], 1, 1, 1, 1, 0));
        (terms.predecessorDated, terms.predecessorPrincipal) = (when[5], money[2]);
        _roundTrip(terms, MakingFacts(when[4], factors[0], factors[1], factors[2], factors[3], 0));
        _roundTrip(terms, MakingFacts(when[4], 1, 1, 1, 1, factors[4]));
    }

    function _roundTrip(Terms memory terms, MakingFacts memory making) private {
        TermsCodec.write(terms, making);
        Terms memory read;
        MakingFacts memory readMaking;
        TermsCodec.read(++_written, read, readMaking);
        require(keccak256(abi.encode(read)) == keccak256(abi.encode(terms)), "L7: other terms");
        require(keccak256(abi.encode(readMaking)) == keccak256(abi.encode(making)), "L7: other facts of making");
    }
}
