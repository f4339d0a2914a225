// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {LifeReader, Look, Scene} from "./LifeReader.sol";
import {Person} from "./Person.sol";
import {SetCalendar} from "./SetCalendar.sol";

/// @notice Something one person does at one moment.
/// @param by Its place among the people.
/// @param looks What is looked at afterwards, one note after another.
struct Step {
    uint256 timestamp;
    uint256 by;
    address target;
    bytes data;
    Look[] looks;
}

/// @notice What came of a step.
/// @param ok Whether it was accepted.
/// @param answer What it returned, or why it was refused.
/// @param legible Whether every view answered.
/// @param text What the views said; why one reverted, if one did.
struct Came {
    bool ok;
    bytes answer;
    bool legible;
    bytes text;
}

/// @title LifePlayer
/// @notice Plays a whole life of a note in one call, of which nothing is kept: the clock is set, someone acts, everything is looked at.
contract LifePlayer {
    error Refused(uint256 by, address target, bytes answer);

    LifeReader private immutable _reader;
    Person[] private _people;

    constructor(LifeReader reader, uint256 count) {
        _reader = reader;
        for (uint256 i; i < count; ++i) _people.push(new Person());
    }

    function people() external view returns (Person[] memory) {
        return _people;
    }

    /// @notice One act that is kept: setting the stage.
    function prepare(uint256 by, address target, bytes calldata data) external {
        (bool ok, bytes memory answer) = _people[by].act(target, data);
        if (!ok) revert Refused(by, target, answer);
    }

    /// @param calendar The calendar of the note, whose clock is set.
    function play(
        SetCalendar calendar,
        Scene calldata scene,
        Step[] calldata steps
    ) external returns (Came[] memory came) {
        came = new Came[](steps.length);
        for (uint256 i; i < steps.length; ++i) {
            Step calldata step = steps[i];
            calendar.set(step.timestamp);
            (came[i].ok, came[i].answer) = _people[step.by].act(step.target, step.data);
            if (step.looks.length == 0) continue;
            (came[i].legible, came[i].text) = address(_reader).staticcall(
                abi.encodeCall(LifeReader.read, (scene, step.looks))
            );
        }
    }
}
