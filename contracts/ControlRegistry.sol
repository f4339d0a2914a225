// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IControlRegister} from "./interfaces/IControlRegister.sol";
import {IControlRegistry} from "./interfaces/IControlRegistry.sol";

/// @title ControlRegistry
/// @notice The register of control: a forest, each company pointing at its controller.
/// @dev Common control is having the same ultimate controller, because control passes down whole chains. A register
/// that refuses chains over 16 links must know how far a company's own chains reach down, so each keeps a tally of
/// those it controls by the links below them.
contract ControlRegistry is IControlRegister {
    uint256 private constant MOST_LINKS = 16;

    struct Company {
        address controller;
        uint64 since;
        // Links of the longest chain down from it.
        uint8 linksBelow;
    }

    address public immutable registrar;

    mapping(address company => Company) private _companies;

    // Of those a company controls directly, how many have so many links below them.
    mapping(address company => mapping(uint256 linksBelow => uint256)) private _tallies;

    modifier onlyRegistrar() {
        if (msg.sender != registrar) revert NotRegistrar(msg.sender, registrar);
        _;
    }

    constructor(address registrar_) {
        if (registrar_ == address(0)) revert RegistrarIsNobody();
        registrar = registrar_;
    }

    /// @inheritdoc IControlRegister
    function recordControl(address controller, address controlled, string calldata evidence) external onlyRegistrar {
        if (controller == address(0) || controlled == address(0)) revert ControlOfNobody(controller, controlled);
        Company storage company = _companies[controlled];
        if (company.controller != address(0)) revert AlreadyControlled(controlled, company.controller, controller);

        uint256 links = company.linksBelow;
        for (address above = controller; above != address(0); above = _companies[above].controller) {
            if (above == controlled) revert ControlCycle(controller, controlled);
            ++links;
        }
        if (links > MOST_LINKS) revert ControlChainTooLong(links, MOST_LINKS);

        uint64 since = uint64(block.timestamp);
        company.controller = controller;
        company.since = since;
        ++_tallies[controller][company.linksBelow];
        _remeasure(controller, company.linksBelow);
        emit ControlRecorded(controller, controlled, since, evidence);
    }

    /// @inheritdoc IControlRegister
    function revokeControl(address controlled, string calldata evidence) external onlyRegistrar {
        Company storage company = _companies[controlled];
        (address controller, uint64 since) = (company.controller, company.since);
        if (controller == address(0)) revert NotControlled(controlled);

        company.controller = address(0);
        company.since = 0;
        --_tallies[controller][company.linksBelow];
        _remeasure(controller, company.linksBelow);
        emit ControlRevoked(controller, controlled, since, evidence);
    }

    /// @inheritdoc IControlRegister
    function controllerOf(address controlled) external view returns (address controller, uint64 since) {
        Company storage company = _companies[controlled];
        return (company.controller, company.since);
    }

    /// @inheritdoc IControlRegister
    function controls(address controller, address controlled) external view returns (bool) {
        if (controller == address(0)) return false;
        address above = controlled;
        while (above != address(0)) {
            above = _companies[above].controller;
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
            address nextA = _companies[aboveA].controller;
            if (nextA == b) return true;
            if (nextA != address(0)) aboveA = nextA;

            address nextB = _companies[aboveB].controller;
            if (nextB != address(0)) aboveB = nextB;
            else if (nextA == address(0)) return false;
        }
        return true;
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
