// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Factors} from "../types/Factors.sol";

/// @notice What a stock hands on to its successor.
/// @param factors Both cumulative factors with which the successor goes on.
/// @param generation Which stock of its line the successor is; a stock without predecessor is the first.
/// @param issued Original units to be exchanged.
/// @param converters Everybody who may reserve and mint on conversion.
/// @param claims What each of them claims, in original units before any distribution.
struct Estate {
    Factors factors;
    uint8 generation;
    uint256 issued;
    address[] converters;
    uint128[] claims;
}

/// @title IRecapitalization
/// @notice The shares of a stock are replaced by those of a successor, so many new for so many old.
///
/// @dev Exactness. The successor keeps the predecessor's original units, which are of the first stock of the line before any
/// split. It goes on with the predecessor's factors, its split factor multiplied by the ratio. So a holding and a claim come to
/// the same number of units in both, and nothing is rounded, whatever the ratio.
///
/// Takeover. In one transaction the predecessor is frozen, its claims and the power to convert pass to the successor, and the successor
/// issues to the predecessor, as to a trustee, all the shares the predecessor has issued. They count as issued there from that moment,
/// so nobody can take the room that exchange and conversion will need.
///
/// After it. The old stock refuses transfers, issues, splits, distributions, changes of the cap, grants, another recapitalization, and new
/// reservations. Approvals and permits may be given and move nothing. A note goes on calling the stock named in its terms, which passes
/// it on: factors, claims that shrink and conversions go to the successor, and from there to its own, through at most eight generations.
///
/// Exchange. Exact, by the unit, without a last day; each old unit once. Anybody may exchange what another holds, in full, and the new
/// shares come to that holder alone: an old share is good for nothing else, so a holder that knows nothing of this loses nothing by it. Old
/// shares give the newest: whoever has slept through three recapitalizations exchanges once.
///
/// Trust. A successor must be of the same code, or it could refuse to mint. The factory that made a stock vouches for every stock it made;
/// one made without a factory can never be recapitalized. Who checks that a stock is of a factory it knows has checked all its successors.
interface IRecapitalization {
    /// @notice Emitted when the stock is frozen.
    /// @param successor Whose shares replace it.
    /// @param numerator New shares,
    /// @param denominator for so many old.
    event Recapitalized(address indexed successor, uint64 numerator, uint64 denominator);

    /// @notice Emitted by the successor when it takes over; whatever its factors were before, they are these from now on.
    /// @param predecessor Whose shares it replaces.
    /// @param splitNumerator Cumulative split factor, in lowest terms.
    /// @param splitDenominator The same, denominator.
    /// @param distributionNumerator Cumulative distribution factor, in lowest terms.
    /// @param distributionDenominator The same, denominator.
    event Succeeded(
        address indexed predecessor,
        uint64 splitNumerator,
        uint64 splitDenominator,
        uint64 distributionNumerator,
        uint64 distributionDenominator
    );

    /// @notice Emitted by the old stock when shares are exchanged.
    /// @param holder Who held them.
    /// @param receiver Who has the new ones: the holder, or whoever exchanged shares older still, held here in trust.
    /// @param units In original units.
    event Exchanged(address indexed holder, address indexed receiver, uint256 units);

    /// @notice A stock that has been replaced, where only one in force will do.
    error StockRecapitalized(address successor);

    /// @notice A stock that has not been replaced, where shares would be exchanged.
    error NotRecapitalized(address stock);

    /// @notice A stock that was not made by the factory that made this one.
    error NotVouchedFor(address stock, address factory);

    /// @notice A successor of another company.
    error IssuersDiffer(address issuer, address issuerOfSuccessor);

    /// @notice A successor that has issued or reserved shares, or succeeds another stock. In original units, and before any distribution.
    error SuccessorInUse(uint256 issued, uint256 claims, address predecessor);

    /// @notice A line of stocks too long for conversion to pass through.
    error TooManyGenerations(uint8 generation, uint256 most);

    /// @notice A caller other than the predecessor, where the successor obeys it alone.
    error NotThePredecessor(address caller, address predecessor);

    /// @notice More to be exchanged than is held. In original units.
    error NotEnoughHeld(uint256 units, uint256 held);

    /// @notice Replaces this stock by a successor.
    /// @dev Emits `Recapitalized`, and in the successor `Succeeded`, `Transfer` from zero to this stock, and `ConversionGranted` for whoever is
    /// new there. Requirements: the caller is the issuer, of both; this stock has no successor; both are of one factory; the
    /// successor has nothing issued or claimed and neither successor nor predecessor; its authorized shares, in number as they stand, hold the
    /// issued and all reserved ones; the split factor times the ratio fits 64 bits over 64 bits (`RatioTooLarge`); at most eight generations,
    /// and at most sixteen converters in the successor. Splits and distributions of the successor before this are forgotten.
    /// @param successor_ Whose shares replace those of this stock.
    /// @param numerator New shares,
    /// @param denominator for so many old of today; 1:1 changes the stock alone.
    function recapitalize(address successor_, uint64 numerator, uint64 denominator) external;

    /// @notice Exchanges the caller's shares for shares of the newest successor.
    /// @dev Emits `Transfer` to zero and `Exchanged` in each stock passed, and in the newest `Transfer` from its predecessor.
    /// Requirements: this stock has been recapitalized; the caller holds as much.
    /// @param units Original units, so that none is left behind; the largest uint256 stands for all.
    function exchange(uint256 units) external;

    /// @notice Exchanges all that a holder has; the new shares are the holder's. By anybody.
    /// @dev Emits and requires what `exchange` does. Refused (`InvalidParty`) for the predecessor, which holds in trust what its own holders exchange.
    function exchangeFor(address holder) external;

    /// @notice Takes over from the caller.
    /// @dev By a stock of the same factory and issuer while it is recapitalized, as `recapitalize` says.
    function takeOver(Estate calldata estate) external;

    /// @notice Gives shares held in trust by the caller, the predecessor, to whoever exchanged as many.
    /// @param to Receiver.
    /// @param units Original units.
    function deliver(address to, uint256 units) external;

    /// @notice `reserve` for a converter that has called the predecessor.
    function reserveFor(address converter, uint256 claimBefore, uint256 claimAfter, uint256 fraction) external;

    /// @notice `issueOnConversion` for a converter that has called the predecessor.
    function issueOnConversionFor(
        address converter,
        address to,
        uint256 units,
        uint256 claimBefore,
        uint256 claimAfter,
        uint256 fraction
    ) external;

    /// @notice The stock that replaces this one; zero while this one is in force.
    function successor() external view returns (address);

    /// @notice The stock that this one replaces; zero for the first of a line.
    function predecessor() external view returns (address);

    /// @notice Which stock of its line this is, from one to eight.
    function generation() external view returns (uint8);

    /// @notice Who made this stock: a factory, if it can be recapitalized.
    function factory() external view returns (address);
}
