// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {BitMaps} from "@openzeppelin/contracts/utils/structs/BitMaps.sol";

import {Transfer as TransferClause} from "./clauses/Transfer.sol";
import {Note} from "./types/NoteTypes.sol";

/// @title NoteToken
/// @notice The token and everything stored, which `PromissoryNotes` and the parts it passes acts to have in common.
abstract contract NoteToken is ERC721, EIP712, ReentrancyGuardTransient {
    string private constant _NAME = "Allonge Promissory Notes";

    mapping(uint256 id => Note) internal _notes;
    mapping(bytes32 offer => uint24 until) internal _offers;
    mapping(address signer => BitMaps.BitMap) internal _nonces;
    uint256 internal _lastId;

    constructor() ERC721(_NAME, "NOTE") EIP712(_NAME, "1") {}

    /// @dev A token is not moved while money or stock is: neither a currency nor a stock can slip a transfer into an act.
    function _update(address to, uint256 id, address auth) internal override returns (address from) {
        from = super._update(to, id, auth);
        if (from != address(0) && to != address(0)) {
            if (_reentrancyGuardEntered()) revert ReentrancyGuardReentrantCall();
            TransferClause.requireTransferable(_notes[id], id, from, to);
        }
    }
}
