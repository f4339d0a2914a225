// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {Factors} from "../../../contracts/types/Factors.sol";
import {ChargeKind, Consents, FactKind, Record} from "../../../contracts/types/NoteTypes.sol";
import {Chance, Draw} from "../support/Chance.sol";
import {CHEATS} from "../support/Cheats.sol";
import {Store} from "../support/Store.sol";
import {World} from "../support/World.sol";
import {Handler, Picture} from "./Handler.sol";
import {SharedActs} from "./SharedActs.sol";

/// @notice Somebody who is no party: it may pay, and nothing else.
contract StrangerHandler is SharedActs {
    using Draw for Chance;

    constructor(World world_, Store store_) Handler(world_, store_) {}

    function pay(uint256 seed) external {
        Chance memory chance = _chance(seed);
        uint256 id = _note(chance);
        _pay("pay by a stranger", chance, id, world.stranger());
    }

    /// @dev Sent to the contract, money is lost to its sender and pays nothing.
    function sendToNotes(uint256 seed) external {
        Chance memory chance = _chance(seed);
        if (!chance.percent(10) || _isBlocked(world.stranger())) return;
        Picture[] memory before = _lookAround(0);
        uint256 amount = chance.amount(1e12);
        IERC20 dollar = world.dollar();
        CHEATS.prank(world.stranger());
        dollar.transfer(address(notes), amount);
        store.addSentToNotes(amount);
        _compareNone("send to the contract", true, before);
    }

    function meddle(uint256 seed) external {
        Chance memory chance = _chance(seed);
        uint256 id = _note(chance);
        Picture[] memory before = _lookAround(id);
        Record memory record = before[id - 1].record;
        address actor = world.stranger();
        if (record.holder == actor || record.obligor == actor || before[id - 1].recovery.holder == actor) return;

        bytes memory call = _meddling(chance, id, record);
        CHEATS.prank(actor);
        (bool ok, ) = address(notes).call(call);
        _require(!ok, "13: a stranger's act was let through");
        _compareNone("meddle", ok, before);
    }

    function _meddling(Chance memory chance, uint256 id, Record memory record) private view returns (bytes memory) {
        uint256 drawn = chance.below(21);
        uint24 today = notes.dayOf(id);
        bytes32 name = _factName(chance, id);
        if (drawn == 0) return abi.encodeCall(notes.convert, (id, type(uint256).max, 0, 0, ""));
        if (drawn == 1) return abi.encodeCall(notes.acknowledge, (id, 1, ""));
        if (drawn == 2) return abi.encodeCall(notes.release, (id));
        if (drawn == 3) return abi.encodeCall(notes.permitPrepayment, (id, today));
        if (drawn == 4) return abi.encodeCall(notes.revokePrepaymentPermission, (id));
        if (drawn == 5) return abi.encodeCall(notes.demand, (id, ""));
        if (drawn == 6) return abi.encodeCall(notes.waive, (id, name));
        if (drawn == 7) return abi.encodeCall(notes.cure, (id, name, today, ""));
        if (drawn == 8) return abi.encodeCall(notes.report, (id, "one", FactKind.Adjudication, today, ""));
        if (drawn == 9) return abi.encodeCall(notes.admitCharge, (id, ChargeKind.LateFee, 1, ""));
        if (drawn == 10) return abi.encodeCall(notes.consentToTransfer, (id, world.stranger(), today));
        if (drawn == 11) return abi.encodeCall(notes.revokeConsent, (id));
        if (drawn == 12) return abi.encodeCall(notes.assign, (id, world.stranger()));
        if (drawn == 13) return abi.encodeCall(notes.withdrawOffer, (_termsOf(id), record.holder));
        if (drawn == 14) return abi.encodeCall(notes.declareLost, (id, ""));
        if (drawn == 15) return abi.encodeCall(notes.consentToRecovery, (id, world.stranger()));
        if (drawn == 16) return abi.encodeCall(notes.revokeRecoveryConsent, (id));
        if (drawn == 17) return abi.encodeCall(notes.object, (id));
        if (drawn == 18) return abi.encodeCall(notes.withdraw, (id, world.maker(), world.stranger()));
        if (drawn == 19) {
            Consents memory nobodys;
            return abi.encodeCall(notes.novate, (id, _termsOf(id), Factors(1, 1, 1, 1), nobodys));
        }
        return abi.encodeCall(token.transferFrom, (record.holder, world.buyer(), id));
    }
}
