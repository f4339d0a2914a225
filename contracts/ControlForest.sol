// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IControlForest} from "./interfaces/IControlForest.sol";
import {IControlRegistry} from "./interfaces/IControlRegistry.sol";

/// @title ControlForest
/// @notice Each company points at its controller. Common control is having the same ultimate controller, because control
/// passes down whole chains.
/// @dev A register that refuses chains over 16 links must know how far a company's own chains reach down, so each keeps a
/// tally of those it controls by the links below them. Links on record and links that count are told apart: a register
/// in which some cease to count by themselves says which do, and takes those that do not off the record before it adds
/// one above or in the place of them.
abstract contract ControlForest is IControlForest {
    uint256 private constant MOST_LINKS = 16;

    struct Company {
        address controller;
        uint40 since;
        // First second at which the controller no longer counts, where the register knows one; 0 for none.
        uint48 until;
        // Links of the longest chain down from it.
        uint8 linksBelow;
    }

    address public immutable registrar;

    mapping(address company => Company) internal _companies;

    // Of those a company controls directly, how many have so many links below them.
    mapping(address company => mapping(uint256 linksBelow => uint256)) private _tallies;

    constructor(address registrar_) {
        if (registrar_ == address(0)) revert RegistrarIsNobody();
        registrar = registrar_;
    }

    /// @inheritdoc IControlForest
    function controllerOf(address controlled) external view returns (address controller, uint64 since) {
        controller = _controllerNow(controlled);
        if (controller != address(0)) since = _companies[controlled].since;
    }

    /// @inheritdoc IControlForest
    function controls(address controller, address controlled) external view returns (bool) {
        if (controller == address(0)) return false;
        address above = controlled;
        while (above != address(0)) {
            above = _controllerNow(above);
            if (above == controller) return true;
        }
        return false;
    }

    /// @inheritdoc IControlRegistry
    function areAffiliates(address a, address b) external view returns (bool) {
        if (a == address(0) || b == address(0)) return false;
        // Both climb, a link at a time in turn, until they meet or one comes to where the other began. Under common
        // control at unequal depths they meet at the top, where the one that comes first waits.
        (address aboveA, address aboveB) = (a, b);
        while (aboveA != aboveB && aboveB != a) {
            address nextA = _controllerNow(aboveA);
            if (nextA == b) return true;
            if (nextA != address(0)) aboveA = nextA;

            address nextB = _controllerNow(aboveB);
            if (nextB != address(0)) aboveB = nextB;
            else if (nextA == address(0)) return false;
        }
        return true;
    }

    /// @dev The controller that counts at this second: the one on record or none.
    function _controllerNow(address controlled) internal view virtual returns (address) {
        return _companies[controlled].controller;
    }

    /// @dev Relies on every link on record above the controller, and that in whose place the new one comes, to count.
    function _record(address controller, address controlled, uint48 until, string memory evidence) internal {
        if (controller == address(0) || controlled == address(0)) revert ControlOfNobody(controller, controlled);
        Company storage company = _companies[controlled];
        if (company.controller != address(0)) revert AlreadyControlled(controlled, company.controller, controller);

        uint8 linksBelow = company.linksBelow;
        uint256 links = linksBelow;
        for (address above = controller; above != address(0); above = _companies[above].controller) {
            if (above == controlled) revert ControlCycle(controller, controlled);
            ++links;
        }
        if (links > MOST_LINKS) revert ControlChainTooLong(links, MOST_LINKS);

        uint40 since = uint40(block.timestamp);
        (company.controller, company.since, company.until) = (controller, since, until);
        ++_tallies[controller][linksBelow];
        _remeasure(controller, linksBelow);
        emit ControlRecorded(controller, controlled, since, evidence);
    }

    /// @dev Takes a link off the record, which must be there.
    function _strikeOff(address controlled) internal {
        Company storage company = _companies[controlled];
        (address controller, uint8 linksBelow) = (company.controller, company.linksBelow);
        (company.controller, company.since, company.until) = (address(0), 0, 0);
        --_tallies[controller][linksBelow];
        _remeasure(controller, linksBelow);
    }

    /// @dev Finds the longest chain down from a company again, after one it controls was tallied or struck off, and
    /// goes up as long as that changes anything.
    function _remeasure(address company, uint8 changed) private {
        while (company != address(0)) {
            Company storage measured = _companies[company];
            (address controller, uint8 linksBefore) = (measured.controller, measured.linksBelow);

            uint8 links = changed < linksBefore ? linksBefore : changed + 1;
            while (links > 0 && _tallies[company][links - 1] == 0) --links;
            if (links == linksBefore) return;

            measured.linksBelow = links;
            if (controller != address(0)) {
                --_tallies[controller][linksBefore];
                ++_tallies[controller][links];
            }
            (company, changed) = (controller, links);
        }
    }
}
