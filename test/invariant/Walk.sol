// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Default} from "./Default.sol";
import {Held, Replacement} from "./Replaced.sol";
import {Stock} from "./Stock.sol";
import {Token} from "./Token.sol";
import {Views} from "./Views.sol";
import {WhatIsOwed} from "./WhatIsOwed.sol";

/// @notice Steps of any kind one after another, and all invariants held on the way.
abstract contract Walk is WhatIsOwed, Stock, Views, Default, Token, Held, Replacement {
    string[] private _names = [
        "passDays",
        "reachEdge",
        "passSeconds",
        "passDays",
        "reachEdge",
        "convert",
        "convertAroundSplit",
        "convert",
        "acknowledge",
        "release",
        "permitPrepayment",
        "demand",
        "callAndWaive",
        "waive",
        "cure",
        "payOwnNote",
        "transfer",
        "transfer",
        "make",
        "pay",
        "admitCharge",
        "report",
        "reportMany",
        "consent",
        "revokeConsent",
        "accept",
        "assign",
        "report",
        "cure",
        "admitCharge",
        "pay",
        "sendToNotes",
        "meddle",
        "split",
        "distribute",
        "issue",
        "setAuthorized",
        "recapitalize",
        "exchange",
        "record",
        "revoke",
        "declareLost",
        "consentToRecovery",
        "revokeRecoveryConsent",
        "object",
        "recover",
        "loseAndRecover",
        "withdraw",
        "withdraw",
        "block_",
        "block_",
        "novate",
        "novate",
        "transfer",
        "cancel"
    ];

    /// @dev An act, drawn by its place in the walk; what it does is drawn by its seed.
    function _step(uint256 place, uint256 seed) internal {
        uint256 drawn = uint256(keccak256(abi.encode("walk", place))) % _names.length;
        _call(_handlerAt(_handlerOf(drawn)), string.concat(_names[drawn], "(uint256)"), seed);
    }

    /// @dev A call of its own, so that what it takes of memory is given back.
    function everything() external view {
        _noBreach();
        _01_whatIsOwedIsTheSumOfItsParts();
        _02_timeAloneNeverLowersWhatIsOwed();
        _07_aNoteIsLiveWhileAnythingIsOwed();
        _08_allThatWasEverOwedIsAccountedFor();
        _14_noPartyHoldsAndNoHolderOwes();
        _15_issuedAndReservedSharesFitTheAuthorized();
        _16_theStockReservesTheSumOfAllClaims();
        _17_theContractHoldsNoMoneyAndNoStock();
        _19_whatAllHoldIsWhatWasIssued();
        _28_theSuccessorHoldsInTrustWhatIsNotExchanged();
        _20_noViewRevertsForANoteThatWasMade();
        _22_statusFollowsFromEveryFactOnRecord();
        _23_openFactsAreListedOnceAndAtMostSixteenASide();
        _25_theTokenHasAnOwnerExactlyWhileTheNoteIsLive();
        _26_anEndedNoteNeverChanges();
        _29_whatIsHeldIsWhatWasPaidAndNotWithdrawn();
        _30_aReplacedNoteAndItsReplacementNameEachOther();
        _31_everyNonceThatWentWithAnActIsUsed();
    }

    function _handlerOf(uint256 index) private pure returns (uint256) {
        if (index < 5) return 0;
        if (index < 8) return 2;
        if (index < 18) return 4;
        if (index < 27) return 5;
        if (index < 30) return 6;
        if (index < 33) return 7;
        if (index < 39) return 8;
        if (index < 41) return 9;
        return index < 51 ? 10 : 11;
    }
}
