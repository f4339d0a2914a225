// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Reentrant
/// @notice A contract that, while it is being called, calls somebody else once, and tells what came of it.
abstract contract Reentrant {
    address private _target;
    bytes private _call;

    bool public called;
    bool public succeeded;
    bytes public answer;

    /// @notice What to call when next called.
    function whenCalled(address target, bytes calldata call_) external {
        (_target, _call) = (target, call_);
    }

    /// @notice Calls anything at once, so that this contract can be a party.
    function act(address target, bytes calldata call_) external returns (bytes memory) {
        // solhint-disable-next-line avoid-low-level-calls
        (bool ok, bytes memory result) = target.call(call_);
        if (!ok) _bubble(result);
        return result;
    }

    function _reenter() internal {
        address target = _target;
        if (target == address(0)) return;
        _target = address(0);
        called = true;
        // solhint-disable-next-line avoid-low-level-calls
        (succeeded, answer) = target.call(_call);
    }

    function _bubble(bytes memory reason) private pure {
        assembly ("memory-safe") {
            revert(add(reason, 32), mload(reason))
        }
    }
}
