// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice What became of everything ever owed under a note, in currency units.
/// @param owedEver Principal, all that has accrued, all charges admitted.
/// @param received What holders received through the contract.
/// @param acknowledged What holders acknowledged.
/// @param bought Price of the shares issued, rounded up.
/// @param released What a release, or a conversion of everything, let go.
struct Account {
    uint256 owedEver;
    uint256 received;
    uint256 acknowledged;
    uint256 bought;
    uint256 released;
}

/// @notice What the handlers remember beside the contracts: accounts, fact names, calls, and the first breach of an invariant.
contract Store {
    mapping(uint256 id => Account) private _accounts;
    mapping(uint256 id => bytes32[]) private _factNames;
    mapping(uint256 id => mapping(bytes32 name => bool)) private _factKnown;
    mapping(uint256 id => bytes32) public endedAs;

    mapping(bytes32 act => uint256) public done;
    mapping(bytes32 act => uint256) public refused;
    bytes32[] private _acts;

    uint256 public calls;
    uint256 public sentToNotes;
    uint256 public immutable salt;
    string public breach;

    constructor(uint256 salt_) {
        salt = salt_;
    }

    function nextDraw(uint256 seed) external returns (uint256) {
        return uint256(keccak256(abi.encode(salt, seed, ++calls)));
    }

    /// @dev Keeps the first: what follows from it says less.
    function breached(string calldata what) external {
        if (bytes(breach).length == 0) breach = what;
    }

    function count(bytes32 act, bool ok) external {
        if (done[act] + refused[act] == 0) _acts.push(act);
        if (ok) ++done[act];
        else ++refused[act];
    }

    function acts() external view returns (bytes32[] memory) {
        return _acts;
    }

    function accountOf(uint256 id) external view returns (Account memory) {
        return _accounts[id];
    }

    function setAccount(uint256 id, Account calldata account) external {
        _accounts[id] = account;
    }

    function factNames(uint256 id) external view returns (bytes32[] memory) {
        return _factNames[id];
    }

    function addFactName(uint256 id, bytes32 name) external {
        if (_factKnown[id][name]) return;
        _factKnown[id][name] = true;
        _factNames[id].push(name);
    }

    function setEndedAs(uint256 id, bytes32 record) external {
        endedAs[id] = record;
    }

    function addSentToNotes(uint256 amount) external {
        sentToNotes += amount;
    }
}
