// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {MakingFacts, Record, Statement} from "../../contracts/types/NoteTypes.sol";
import {Account} from "./support/Store.sol";
import {Campaign} from "./support/Campaign.sol";

/// @notice Invariants 1, 2, 7 and 8.
abstract contract WhatIsOwed is Campaign {
    function _01_whatIsOwedIsTheSumOfItsParts() internal view {
        for (uint256 id = 1; id <= notes.noteCount(); ++id) {
            Statement memory owed = notes.statementOf(id);
            Record memory record = notes.recordOf(id);
            require(owed.total == owed.principal + owed.interest + owed.overdueInterest + owed.charges, "1: sum");
            require(owed.principal == record.principal && owed.charges == record.charges, "1: stored parts");
        }
    }

    function _02_timeAloneNeverLowersWhatIsOwed() internal view {
        for (uint256 id = 1; id <= notes.noteCount(); ++id) {
            if (!_isLive(id)) continue;
            (, MakingFacts memory making) = notes.termsOf(id);
            uint24 day = notes.dayOf(id);
            Statement memory before = notes.statementOf(id);
            for (uint24 step = 1; step < 600; step += step) {
                Statement memory owed = notes.statementOn(id, day + step);
                require(owed.interest >= before.interest, "2: interest falls");
                require(owed.overdueInterest >= before.overdueInterest, "2: overdue interest falls");
                require(owed.principal == before.principal && owed.charges == before.charges, "2: another part moves");
                require(day + step > making.lastDayToPay || owed.overdueInterest == 0, "2: overdue before it is");
                before = owed;
            }
        }
    }

    function _07_aNoteIsLiveWhileAnythingIsOwed() internal view {
        for (uint256 id = 1; id <= notes.noteCount(); ++id) {
            require(_isLive(id) == (notes.statementOf(id).total != 0), "7: live and nothing owed, or owed and ended");
        }
    }

    function _08_allThatWasEverOwedIsAccountedFor() internal view {
        for (uint256 id = 1; id <= notes.noteCount(); ++id) {
            Account memory account = store.accountOf(id);
            uint256 gone = account.received + account.acknowledged + account.bought + account.released;
            require(account.owedEver == gone + notes.statementOf(id).total, "8: the account does not balance");
        }
    }
}

contract Invariant01 is WhatIsOwed {
    constructor() Campaign(1) {}

    function invariant_01_whatIsOwedIsTheSumOfItsParts() external view {
        _01_whatIsOwedIsTheSumOfItsParts();
        _noBreach();
    }
}

contract Invariant02 is WhatIsOwed {
    constructor() Campaign(2) {}

    function invariant_02_timeAloneNeverLowersWhatIsOwed() external view {
        _02_timeAloneNeverLowersWhatIsOwed();
        _noBreach();
    }
}

contract Invariant07 is WhatIsOwed {
    constructor() Campaign(7) {}

    function invariant_07_aNoteIsLiveWhileAnythingIsOwed() external view {
        _07_aNoteIsLiveWhileAnythingIsOwed();
        _noBreach();
    }
}

contract Invariant08 is WhatIsOwed {
    constructor() Campaign(8) {}

    function invariant_08_allThatWasEverOwedIsAccountedFor() external view {
        _08_allThatWasEverOwedIsAccountedFor();
        _noBreach();
    }
}
