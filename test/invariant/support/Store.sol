// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice What became of everything ever owed under a note, in currency units.
/// @param owedEver Principal, all that has accrued, all charges admitted.
/// @param received What was paid through the contract, whether it reached the holder or is held.
/// @param acknowledged What holders acknowledged.
/// @param bought Price of the shares issued, rounded up.
/// @param released What a release, a replacement, or a conversion of everything, let go.
struct Account {
    uint256 owedEver;
    uint256 received;
    uint256 acknowledged;
    uint256 bought;
    uint256 released;
}

/// @notice A nonce that went with an act that was let through.
struct Use {
    address signer;
    uint256 nonce;
}

/// @notice What the handlers remember beside the contracts: accounts, fact names, calls, and the first breach of an invariant.
contract Store {
    mapping(uint256 id => Account) private _accounts;
    mapping(uint256 id => bytes32[]) private _factNames;
    mapping(uint256 id => mapping(bytes32 name => bool)) private _factKnown;
    mapping(uint256 id => bytes32) public endedAs;

    mapping(uint256 id => mapping(address holder => uint256)) public held;
    mapping(uint256 id => mapping(address lost => address)) public movedTo;
    mapping(address signer => mapping(uint256 nonce => bool)) private _nonceUsed;
    Use[] private _uses;

    mapping(bytes32 act => uint256) public done;
    mapping(bytes32 act => uint256) public refused;
    bytes32[] private _acts;

    uint256 public calls;
    uint256 public sentToNotes;
    uint256 private _looksAtOneIn = 1;
    uint256 public immutable salt;
    string public breach;

    constructor(uint256 salt_) {
        salt = salt_;
    }

    function nextDraw(uint256 seed) external returns (uint256) {
        return uint256(keccak256(abi.encode(salt, seed, ++calls)));
    }

    /// @dev Of the notes an act is not on, it shows whether they are left alone by one in so many, in turn.
    function lookAtOneIn(uint256 many) external {
        _looksAtOneIn = many;
    }

    function looksAt(uint256 index) external view returns (bool) {
        return (calls + index) % _looksAtOneIn == 0;
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

    function setHeld(uint256 id, address holder, uint256 amount) external {
        held[id][holder] = amount;
    }

    function setMoved(uint256 id, address from, address to) external {
        movedTo[id][from] = to;
    }

    /// @dev Whose the money is that was held for an owner.
    function ownerOfHeld(uint256 id, address owner) external view returns (address) {
        while (movedTo[id][owner] != address(0)) owner = movedTo[id][owner];
        return owner;
    }

    /// @return fresh Whether it was not used before.
    function useNonce(address signer, uint256 nonce) external returns (bool fresh) {
        fresh = !_nonceUsed[signer][nonce];
        _nonceUsed[signer][nonce] = true;
        _uses.push(Use(signer, nonce));
    }

    function isNonceUsed(address signer, uint256 nonce) external view returns (bool) {
        return _nonceUsed[signer][nonce];
    }

    function uses() external view returns (Use[] memory) {
        return _uses;
    }

    function addSentToNotes(uint256 amount) external {
        sentToNotes += amount;
    }
}
