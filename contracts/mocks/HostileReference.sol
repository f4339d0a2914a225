// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title HostileReference
/// @notice A calendar and a register of control at once that, when asked, calls somebody else and fails, telling what came of it; or answers
/// whatever bytes it was told to. It cannot keep anything, being asked where nothing may change.
contract HostileReference {
    /// @notice What came of the call it made when asked.
    error CameBack(bool succeeded, bytes answer);

    /// @notice It was told to fail.
    error Unwilling();

    address private _target;
    bytes private _call;
    bytes private _affiliation = abi.encode(false);
    bool private _refuses;

    /// @notice What to call when asked.
    function whenAsked(address target, bytes calldata call_) external {
        (_target, _call) = (target, call_);
    }

    /// @notice What to answer when asked for affiliates, byte for byte.
    function answerWith(bytes calldata affiliation) external {
        _affiliation = affiliation;
    }

    /// @notice Fails when asked for affiliates.
    function refuse() external {
        _refuses = true;
    }

    /// @notice The day in Greenwich.
    function dateOf(uint256 timestamp) external returns (uint24) {
        _comeBack();
        return uint24(timestamp / 1 days);
    }

    /// @notice Every day is a business day.
    function roll(uint24 day) external returns (uint24) {
        _comeBack();
        return day;
    }

    function areAffiliates(address, address) external returns (bool) {
        _comeBack();
        if (_refuses) revert Unwilling();
        bytes memory affiliation = _affiliation;
        assembly ("memory-safe") {
            return(add(affiliation, 32), mload(affiliation))
        }
    }

    function _comeBack() private {
        if (_target == address(0)) return;
        // solhint-disable-next-line avoid-low-level-calls
        (bool succeeded, bytes memory answer) = _target.call(_call);
        revert CameBack(succeeded, answer);
    }
}
