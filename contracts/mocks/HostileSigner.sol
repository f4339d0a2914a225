// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";

/// @notice How a hostile signer answers when asked whether a signature is its own.
enum Answer {
    Valid,
    Reverts,
    RevertsAtLength,
    Nothing,
    Short,
    One,
    ValidWithATail,
    ValidAtLength,
    GarbageAtLength,
    BurnsGas,
    ValidIfItCannotAct
}

/// @title HostileSigner
/// @notice A contract account whose word on signatures is whatever a test would have it be.
contract HostileSigner {
    error Refused();

    uint256 private constant _LONG = 300_000;

    Answer private _answer;
    address private _target;
    bytes private _call;

    /// @notice What to answer from now on.
    function willAnswer(Answer answer) external {
        _answer = answer;
    }

    /// @notice What to try when next asked: the signature is called valid only if that fails.
    function willTry(address target, bytes calldata call_) external {
        (_answer, _target, _call) = (Answer.ValidIfItCannotAct, target, call_);
    }

    /// @notice Calls anything, so that this contract can be a party.
    function act(address target, bytes calldata call_) external returns (bytes memory) {
        // solhint-disable-next-line avoid-low-level-calls
        (bool ok, bytes memory result) = target.call(call_);
        assembly ("memory-safe") {
            if iszero(ok) {
                revert(add(result, 32), mload(result))
            }
        }
        return result;
    }

    /// @dev Not a view, so that it can try to act where only reading is allowed.
    function isValidSignature(bytes32, bytes calldata) external returns (bytes4) {
        Answer answer = _answer;
        if (answer == Answer.Reverts) revert Refused();
        if (answer == Answer.RevertsAtLength) _revertWith(bytes32(0), _LONG);
        if (answer == Answer.Nothing) _return(bytes32(0), 0);
        if (answer == Answer.Short) _return(IERC1271.isValidSignature.selector, 31);
        if (answer == Answer.One) _return(bytes32(uint256(1)), 32);
        if (answer == Answer.ValidWithATail) _return(IERC1271.isValidSignature.selector | bytes32(uint256(1)), 32);
        if (answer == Answer.ValidAtLength) _return(IERC1271.isValidSignature.selector, _LONG);
        if (answer == Answer.GarbageAtLength) _return(~bytes32(0), _LONG);
        if (answer == Answer.BurnsGas) _burnGas();
        if (answer == Answer.ValidIfItCannotAct) _requireRefused();
        return IERC1271.isValidSignature.selector;
    }

    function _requireRefused() private {
        // solhint-disable-next-line avoid-low-level-calls
        (bool ok, ) = _target.call(_call);
        if (ok) _return(bytes32(0), 32);
    }

    function _return(bytes32 head, uint256 length) private pure {
        assembly ("memory-safe") {
            let data := mload(0x40)
            mstore(data, head)
            return(data, length)
        }
    }

    function _revertWith(bytes32 head, uint256 length) private pure {
        assembly ("memory-safe") {
            let data := mload(0x40)
            mstore(data, head)
            revert(data, length)
        }
    }

    function _burnGas() private pure {
        assembly ("memory-safe") {
            invalid()
        }
    }
}
