// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";

import {ICalendar} from "../../../contracts/interfaces/ICalendar.sol";
import {ICommonStock} from "../../../contracts/interfaces/ICommonStock.sol";
import {ICommonStockFactory} from "../../../contracts/interfaces/ICommonStockFactory.sol";
import {IControlRegister} from "../../../contracts/interfaces/IControlRegister.sol";
import {INoteLens} from "../../../contracts/interfaces/INoteLens.sol";
import {IPromissoryNotes} from "../../../contracts/interfaces/IPromissoryNotes.sol";
import {BlockingDollar} from "../../../contracts/mocks/lives/BlockingDollar.sol";
import {Person} from "../../../contracts/mocks/lives/Person.sol";
import {CHEATS} from "./Cheats.sol";

/// @notice The contracts under test and everybody who deals with them. Noon of 2003-12-31 in New York.
///
/// All of them are contracts, so that they sign by ERC-1271: whatever the message, with their own address.
///
/// `holdings` controls the maker and its sister, `parent` the lender and its affiliate. The maker issues the stock.
contract World {
    uint256 internal constant NOON = 1_072_890_000;

    IPromissoryNotes public immutable notes;
    INoteLens public immutable lens;
    ICommonStockFactory public immutable stockFactory;
    BlockingDollar public immutable dollar;
    IControlRegister public immutable registry;
    ICalendar public immutable newYork;
    ICalendar public immutable utc;

    address public immutable maker = address(new Person());
    address public immutable sister = address(new Person());
    address public immutable holdings = address(new Person());
    address public immutable lender = address(new Person());
    address public immutable affiliate = address(new Person());
    address public immutable parent = address(new Person());
    address public immutable buyer = address(new Person());
    address public immutable attestor = address(new Person());
    address public immutable registrar = address(new Person());
    address public immutable stranger = address(new Person());
    address public immutable issuer = address(new Person());

    address[] private _everyone;
    ICommonStock[] private _stocks;

    constructor() {
        CHEATS.warp(NOON);
        notes = IPromissoryNotes(_deployNotes());
        lens = INoteLens(_deploy("NoteLens", abi.encode(notes)));
        stockFactory = ICommonStockFactory(_deploy("CommonStockFactory", ""));
        _stocks.push(stockFactory.make("Common Stock", "STOCK", maker, 1e8 ether));
        dollar = BlockingDollar(_deploy("BlockingDollar", abi.encode(issuer)));
        registry = IControlRegister(_deploy("ControlRegistry", abi.encode(registrar)));
        newYork = ICalendar(_deploy("NewYorkCalendar", ""));
        utc = ICalendar(_deploy("UTCCalendar", ""));

        _everyone = [maker, sister, holdings, lender, affiliate, parent, buyer, attestor, registrar, stranger];
        for (uint256 i; i < _everyone.length; ++i) {
            dollar.mint(_everyone[i], 1 << 128);
            CHEATS.prank(_everyone[i]);
            dollar.approve(address(notes), type(uint256).max);
        }
        CHEATS.prank(maker);
        stock().grantConversion(address(notes));
        _control(holdings, maker);
        _control(holdings, sister);
        _control(parent, lender);
        _control(parent, affiliate);
    }

    function everyone() external view returns (address[] memory) {
        return _everyone;
    }

    /// @notice Takes note that a successor has replaced the stock.
    function recapitalized() external {
        _stocks.push(ICommonStock(stock().successor()));
    }

    /// @notice Every stock of the maker's there has been, the one in force last.
    function stocks() external view returns (ICommonStock[] memory) {
        return _stocks;
    }

    function token() external view returns (IERC721) {
        return IERC721(address(notes));
    }

    /// @notice The maker's stock in force.
    function stock() public view returns (ICommonStock) {
        return _stocks[_stocks.length - 1];
    }

    function _control(address controller, address controlled) private {
        CHEATS.prank(registrar);
        registry.recordControl(controller, controlled, "");
    }

    /// @dev The parts that acts are passed on to, where money is kept, and what writes notes out, in the order of its constructor.
    function _deployNotes() private returns (address) {
        address held = _deploy("HeldPayments", "");
        address[6] memory beside = [
            _deploy("Making", ""),
            _deploy("Novation", ""),
            _deploy("Payment", abi.encode(held)),
            _deploy("SignedActs", ""),
            _deploy("LostNote", ""),
            _deploy("NoteCertificate", "")
        ];
        return _deploy("PromissoryNotes", abi.encode(beside));
    }

    function _deploy(string memory name, bytes memory arguments) private returns (address deployed) {
        bytes memory code = abi.encodePacked(CHEATS.getCode(name), arguments);
        assembly ("memory-safe") {
            deployed := create(0, add(code, 32), mload(code))
        }
        require(deployed != address(0), name);
    }
}
