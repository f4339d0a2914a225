// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title OddMetadata
/// @notice Says of itself whatever it was told to, byte for byte; or refuses, or burns gas, or floods.
abstract contract OddMetadata {
    /// @notice It refuses to say.
    error Unspoken();

    enum Manner {
        Answer,
        Refuse,
        BurnGas,
        Flood
    }

    uint256 private constant _FLOOD = 50_000;

    mapping(bytes4 selector => bytes) private _answers;
    mapping(bytes4 selector => Manner) private _manners;

    /// @notice Says these bytes to a call from now on.
    function say(bytes4 selector, bytes calldata answer) external {
        (_manners[selector], _answers[selector]) = (Manner.Answer, answer);
    }

    /// @notice Behaves so on a call from now on.
    function behave(bytes4 selector, Manner manner) external {
        _manners[selector] = manner;
    }

    fallback(bytes calldata) external returns (bytes memory) {
        return _speak();
    }

    /// @dev A flood is a string of tens of thousands of letters.
    function _speak() private view returns (bytes memory) {
        Manner manner = _manners[msg.sig];
        if (manner == Manner.Refuse) revert Unspoken();
        while (manner == Manner.BurnGas) continue;
        if (manner == Manner.Answer) return _answers[msg.sig];
        assembly ("memory-safe") {
            let free := mload(64)
            mstore(free, 32)
            mstore(add(free, 32), _FLOOD)
            for {
                let i := 64
            } lt(i, 512) {
                i := add(i, 32)
            } {
                mstore(add(free, i), "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW")
            }
            return(free, add(_FLOOD, 64))
        }
    }
}
