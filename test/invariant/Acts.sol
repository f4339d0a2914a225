// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Walk} from "./Walk.sol";
// not named below: another runner compiles only what a test imports, and finds by name only what was compiled
import {World} from "./support/World.sol";
import {AttestorHandler} from "./handlers/AttestorHandler.sol";
import {BorrowerHandler} from "./handlers/BorrowerHandler.sol";
import {ConversionHandler} from "./handlers/ConversionHandler.sol";
import {LenderHandler} from "./handlers/LenderHandler.sol";
import {RecoveryHandler} from "./handlers/RecoveryHandler.sol";
import {RegistrarHandler} from "./handlers/RegistrarHandler.sol";
import {SignatureHandler} from "./handlers/SignatureHandler.sol";
import {StockIssuerHandler} from "./handlers/StockIssuerHandler.sol";
import {StrangerHandler} from "./handlers/StrangerHandler.sol";
import {TimeHandler} from "./handlers/TimeHandler.sol";
import {Campaign} from "./support/Campaign.sol";
import {Summary} from "./support/Summary.sol";

/// @notice What the handlers hold every single act against: invariants 3 to 6, 9 to 13, 18, 21, 27 and 28, and 29 to 31 where they speak of an act.
contract Acts is Walk {
    constructor() Campaign(3) {}

    function invariant_03_04_05_06_09_10_11_12_13_18_21_27_28_everyActDoesWhatItMay() external view {
        _noBreach();
    }

    /// @dev A long walk whose steps are always the same, to see that no act is tried in vain, and that all invariants hold on it.
    function test_everyActIsLetThroughAndRefused() external {
        for (uint256 i; i < 1400; ++i) {
            _step(i, i);
            if (i % 20 == 0) this.everything();
        }
        this.everything();
        Summary.print(store);
        Summary.requireNotVacuous(store);
        _noBreach();
    }
}
