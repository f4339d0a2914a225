// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";

import {Walk} from "./Walk.sol";
import {Campaign} from "./support/Campaign.sol";
import {CHEATS} from "./support/Cheats.sol";
import {Summary, Tally} from "./support/Summary.sol";

/// @notice Many walks from the same beginning, each by a seed of its own. Of notes an act is not on, one in four is looked at, in turn.
contract Deep is Walk {
    using Summary for Tally;

    constructor() Campaign(32) {}

    function test_deepWalks() external {
        uint256 seed = CHEATS.envOr("DEEP_SEED", uint256(20_031_231));
        uint256 runs = CHEATS.envOr("DEEP_RUNS", uint256(1));
        uint256 depth = CHEATS.envOr("DEEP_DEPTH", uint256(60));
        store.lookAtOneIn(CHEATS.envOr("DEEP_LOOK", uint256(4)));
        Tally memory tally;

        uint256 snapshot = CHEATS.snapshotState();
        for (uint256 i; i < runs; ++i) {
            if (i != 0) CHEATS.revertToState(snapshot);
            try this.walk(seed + i, depth) {} catch Error(string memory reason) {
                revert(string.concat("walk ", Strings.toString(seed + i), ": ", reason));
            } catch (bytes memory reason) {
                revert(string.concat("walk ", Strings.toString(seed + i), ": ", Strings.toHexString(reason)));
            }
            tally.add(store);
        }
        tally.print();
    }

    /// @dev A call of its own, so that what it takes of memory is given back.
    function walk(uint256 seed, uint256 depth) external {
        for (uint256 i; i < depth; ++i) {
            uint256 drawn = uint256(keccak256(abi.encode(seed, i)));
            _step(drawn, drawn);
        }
        this.everything();
    }
}
