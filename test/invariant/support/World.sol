// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";

import {ICalendar} from "../../../contracts/interfaces/ICalendar.sol";
import {ICommonStock} from "../../../contracts/interfaces/ICommonStock.sol";
import {ICommonStockFactory} from "../../../contracts/interfaces/ICommonStockFactory.sol";
import {IControlRegister} from "../../../contracts/interfaces/IControlRegister.sol";
import {INoteLens} from "../../../contracts/interfaces/INoteLens.sol";
import {IPromissoryNotes} from "../../../contracts/interfaces/IPromissoryNotes.sol";
import {Dollar} from "../../../contracts/mocks/Dollar.sol";
import {CHEATS} from "./Cheats.sol";

/// @notice The contracts under test and everybody who deals with them. Noon of 2003-12-31 in New York.
///
/// `holdings` controls the maker and its sister, `parent` the lender and its affiliate. The maker issues the stock.
contract World {
    uint256 internal constant NOON = 1_072_890_000;

    IPromissoryNotes public immutable notes;
    INoteLens public immutable lens;
    ICommonStockFactory public immutable stockFactory;
    Dollar public immutable dollar;
    IControlRegister public immutable registry;
    ICalendar public immutable newYork;
    ICalendar public immutable utc;

    address public immutable maker = _named("maker");
    address public immutable sister = _named("sister");
    address public immutable holdings = _named("holdings");
    address public immutable lender = _named("lender");
    address public immutable affiliate = _named("affiliate");
    address public immutable parent = _named("parent");
    address public immutable buyer = _named("buyer");
    address public immutable attestor = _named("attestor");
    address public immutable registrar = _named("registrar");
    address public immutable stranger = _named("stranger");

    address[] private _everyone;
    ICommonStock[] private _stocks;

    constructor() {
        CHEATS.warp(NOON);
        notes = IPromissoryNotes(_deployNotes());
        lens = INoteLens(_deploy("NoteLens", abi.encode(notes)));
        stockFactory = ICommonStockFactory(_deploy("CommonStockFactory", ""));
        _stocks.push(stockFactory.make("Common Stock", "STOCK", maker, 1e8 ether));
        dollar = Dollar(_deploy("Dollar", abi.encode("USD", 6)));
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
        address[6] memory beside = [
            _deploy("Making", ""),
            _deploy("Novation", ""),
            _deploy("SignedActs", ""),
            _deploy("LostNote", ""),
            _deploy("HeldPayments", ""),
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

    function _named(string memory name) private pure returns (address) {
        return address(uint160(uint256(keccak256(bytes(name)))));
    }
}
