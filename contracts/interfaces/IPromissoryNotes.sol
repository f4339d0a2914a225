// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {INoteActs} from "./INoteActs.sol";
import {INoteErrors} from "./INoteErrors.sol";
import {INoteEvents} from "./INoteEvents.sol";
import {INoteMaking} from "./INoteMaking.sol";
import {INoteNovation} from "./INoteNovation.sol";
import {INotePayment} from "./INotePayment.sol";
import {INoteRecovery} from "./INoteRecovery.sol";
import {INoteSignatures} from "./INoteSignatures.sol";
import {INoteStandards} from "./INoteStandards.sol";
import {INoteViews} from "./INoteViews.sol";

/// @title IPromissoryNotes
/// @notice Convertible promissory notes that execute themselves. A token is one note; its owner is the holder, the lender under
/// the note; the terms are fixed when it is made. Nobody owns the contract: no administrator, no pause, no upgrade, no fee.
///
/// Units throughout. Money: the currency's smallest unit. Days: days since 1970-01-01 in the note's calendar. Rates: yearly,
/// scaled by 1e8. Shares: whole shares as shares stood when the note was made.
///
/// *Today* is `calendar.dateOf(block.timestamp)`. The *holder* is `ownerOf(id)`. The *maker* is `terms.borrower`. The *borrower* is the
/// present obligor, at first the maker. The *last day to pay* is maturity, rolled to a business day if the terms extend deadlines.
///
/// Every act on a note reverts with `NoteUnknown` if it was never made and `NoteEnded` once it has ended. A refused act changes nothing.
interface IPromissoryNotes is
    INoteMaking,
    INoteNovation,
    INoteActs,
    INotePayment,
    INoteRecovery,
    INoteSignatures,
    INoteViews,
    INoteStandards,
    INoteEvents,
    INoteErrors
{}
