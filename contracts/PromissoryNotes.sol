// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";

import {Assignment} from "./clauses/Assignment.sol";
import {Charges} from "./clauses/Charges.sol";
import {Conversion} from "./clauses/Conversion.sol";
import {Interest} from "./clauses/Interest.sol";
import {Making} from "./clauses/Making.sol";
import {Payment} from "./clauses/Payment.sol";
import {Records} from "./clauses/Records.sol";
import {Transfer} from "./clauses/Transfer.sol";

/// @title PromissoryNotes
/// @notice Convertible promissory notes that execute themselves.
///
/// FACTS ARE STORED, STATUS IS DERIVED. Maturity, default and acceleration happen because time passes. No keeper, no poke.
///
/// FACTS MOVE WHO MAY ACT, NEVER THE AMOUNT. What is owed depends on the terms, the day, payments, conversions and admitted charges. No
/// report, cure, waiver or demand changes a figure.
///
/// A WORD AGAINST ONE'S OWN INTEREST IS BELIEVED. The borrower reports its own default and admits charges; the holder acknowledges payment, records
/// cures, waives and releases. For anything else the attestor named in the terms speaks, or nobody.
///
/// DAYS ARE CIVIL DAYS. The note's calendar is the one place where a second becomes a day.
///
/// ONE ROUNDING, AT THE END. Interest is floored to the currency's smallest unit, shares to whole shares as they stood when the note was made. No
/// rounded piece is ever added to another.
///
/// TERMS ARE CODE. They are written once, as the code of a contract of their own, and can only be read.
///
/// NOBODY OWNS THIS CONTRACT. It holds no money and no stock between transactions.
///
/// Relied on for correctness: the calendar's dates; the registry's word on affiliates; the stock's factors. For liveness: the currency's transfers,
/// the stock's minting. Each is named in the terms and agreed by both parties.
contract PromissoryNotes is Making, Interest, Payment, Charges, Transfer, Assignment, Conversion, Records {
    constructor() ERC721("Allonge Promissory Notes", "NOTE") {}

    function _update(address to, uint256 id, address auth) internal override(ERC721, Transfer) returns (address) {
        return Transfer._update(to, id, auth);
    }
}
