// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";

import {Store} from "./Store.sol";

/// @notice How often each act was let through and refused, over several stores.
struct Tally {
    bytes32[] acts;
    uint256[] done;
    uint256[] refused;
    uint256 count;
}

/// @notice How often each act was let through and refused.
library Summary {
    uint256 private constant MOST_ACTS = 80;

    address private constant CONSOLE = 0x000000000000000000636F6e736F6c652e6c6f67;

    function print(Store store) internal view {
        Tally memory tally;
        add(tally, store);
        print(tally);
    }

    function print(Tally memory tally) internal view {
        for (uint256 i; i < tally.count; ++i) {
            _line(
                string.concat(
                    _padded(_text(tally.acts[i]), 28),
                    _padded(Strings.toString(tally.done[i]), 6),
                    " ",
                    Strings.toString(tally.refused[i])
                )
            );
        }
    }

    /// @dev Adds what one store has counted.
    function add(Tally memory tally, Store store) internal view {
        if (tally.acts.length == 0) {
            tally.acts = new bytes32[](MOST_ACTS);
            (tally.done, tally.refused) = (new uint256[](MOST_ACTS), new uint256[](MOST_ACTS));
        }
        bytes32[] memory acts = store.acts();
        for (uint256 i; i < acts.length; ++i) {
            uint256 place;
            while (place < tally.count && tally.acts[place] != acts[i]) ++place;
            if (place == tally.count) tally.acts[tally.count++] = acts[i];
            tally.done[place] += store.done(acts[i]);
            tally.refused[place] += store.refused(acts[i]);
        }
    }

    /// @dev Every act was done at least once; meddling, and paying one's own note, never.
    function requireNotVacuous(Store store) internal view {
        bytes32[] memory acts = store.acts();
        require(acts.length >= 52, "some act was never tried");
        for (uint256 i; i < acts.length; ++i) {
            bool never = acts[i] == "meddle" || acts[i] == "pay by the holder";
            require((store.done(acts[i]) == 0) == never, string.concat("in vain: ", _text(acts[i])));
            require(
                store.refused(acts[i]) != 0 || _cannotFail(acts[i]),
                string.concat("never refused: ", _text(acts[i]))
            );
        }
    }

    function _cannotFail(bytes32 act) private pure returns (bool) {
        if (act == "call and waive") return true;
        if (act == "hold a payment" || act == "pass the days to object") return true;
        return act == "pass days" || act == "pass seconds" || act == "reach an edge" || act == "send to the contract";
    }

    function _line(string memory text) private view {
        (bool ok, ) = CONSOLE.staticcall(abi.encodeWithSignature("log(string)", text));
        ok;
    }

    function _text(bytes32 word) private pure returns (string memory) {
        uint256 length;
        while (length < 32 && word[length] != 0) ++length;
        bytes memory text = new bytes(length);
        for (uint256 i; i < length; ++i) text[i] = word[i];
        return string(text);
    }

    function _padded(string memory text, uint256 width) private pure returns (string memory) {
        while (bytes(text).length < width) text = string.concat(text, " ");
        return text;
    }
}
