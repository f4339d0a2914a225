// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Campaign} from "./support/Campaign.sol";
import {Summary} from "./support/Summary.sol";

/// @notice What the handlers hold every single act against: invariants 3 to 6, 9 to 13, 18, 21 and 27.
contract Acts is Campaign(3) {
    string[] private _names;

    function invariant_03_04_05_06_09_10_11_12_13_18_21_27_everyActDoesWhatItMay() external view {
        _noBreach();
    }

    /// @dev A long walk whose steps are always the same, to see that no act is tried in vain.
    function test_everyActIsLetThroughAndRefused() external {
        _names = [
            "passDays", "reachEdge", "passSeconds", "passDays", "reachEdge",
            "convert", "convertAroundSplit", "convert",
            "acknowledge", "release", "permitPrepayment", "demand", "waive", "cure", "payOwnNote", "transfer", "transfer",
            "make", "pay", "admitCharge", "report", "reportMany", "consent", "revokeConsent", "accept", "assign",
            "report", "cure", "admitCharge",
            "pay", "sendToNotes", "meddle",
            "split", "distribute", "issue", "setAuthorized",
            "record", "revoke"
        ];
        for (uint256 i; i < 1200; ++i) {
            uint256 drawn = uint256(keccak256(abi.encode("walk", i))) % _names.length;
            _call(_handlerAt(_handlerOf(drawn)), string.concat(_names[drawn], "(uint256)"), i);
        }
        Summary.print(store);
        Summary.requireNotVacuous(store);
        _noBreach();
    }

    function _handlerOf(uint256 index) private pure returns (uint256) {
        if (index < 5) return 0;
        if (index < 8) return 2;
        if (index < 17) return 4;
        if (index < 26) return 5;
        if (index < 29) return 6;
        if (index < 32) return 7;
        return index < 36 ? 8 : 9;
    }
}
