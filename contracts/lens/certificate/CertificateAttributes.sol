// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

// what it writes is full of double quotes
// solhint-disable quotes

import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";

import {Ending, MakingFacts, Record, Terms} from "../../types/NoteTypes.sol";
import {CertificateText, Wording} from "./CertificateText.sol";

/// @title CertificateAttributes
/// @notice The certificate as attributes of ERC-721 metadata, as marketplaces read them. Every text is escaped in `_text`.
library CertificateAttributes {
    uint256 private constant _DAY = 86_400;
    uint256 private constant _NOON = 43_200;

    function attributesOf(
        uint256 id,
        Terms memory terms,
        MakingFacts memory making,
        Record memory record,
        Wording memory wording
    ) internal pure returns (string memory) {
        return
            string.concat(
                '[{"trait_type":"Number","display_type":"number","value":',
                Strings.toString(id),
                "}",
                _debt(terms, making, wording),
                _periods(terms),
                wording.convertible ? _conversion(terms, wording) : "",
                _parties(terms, record, wording),
                _documents(terms),
                record.ending == Ending.None ? "" : _ending(record),
                "]"
            );
    }

    function _debt(
        Terms memory terms,
        MakingFacts memory making,
        Wording memory wording
    ) private pure returns (string memory) {
        return
            string.concat(
                string.concat(
                    _text("Principal", wording.principal),
                    _text("Principal outstanding", wording.outstanding),
                    _text("Currency", wording.currency),
                    _account("Currency contract", terms.currency),
                    _date("Dated", terms.dated),
                    _date("Maturity", terms.maturity),
                    _date("Last day to pay", making.lastDayToPay)
                ),
                _text("Interest rate", wording.rate),
                _text("Day count", wording.dayCount),
                _text("Overdue interest", wording.overdue),
                _text("Prepayment", wording.prepayment)
            );
    }

    function _periods(Terms memory terms) private pure returns (string memory) {
        return
            string.concat(
                _number("Days of grace", terms.graceDays),
                _number("Days to dismiss a petition", terms.dismissalDays),
                _number("Days to satisfy a judgment", terms.judgmentDays)
            );
    }

    function _conversion(Terms memory terms, Wording memory wording) private pure returns (string memory) {
        return
            string.concat(
                _text("Conversion price per share", wording.price),
                _date("Convertible after", terms.convertibleAfter),
                terms.convertibleUntil == 0 ? "" : _date("Convertible through", terms.convertibleUntil),
                _text("Stock", wording.stock),
                bytes(wording.stockName).length == 0 ? "" : _text("Stock name", wording.stockName),
                _account("Stock contract", terms.stock)
            );
    }

    function _parties(
        Terms memory terms,
        Record memory record,
        Wording memory wording
    ) private pure returns (string memory) {
        return
            string.concat(
                _text("Transfer", wording.transfer),
                _account("Maker", terms.borrower),
                _account("Obligor", record.obligor),
                terms.attestor == address(0) ? "" : _account("Attestor", terms.attestor)
            );
    }

    function _documents(Terms memory terms) private pure returns (string memory) {
        return
            string.concat(
                terms.document == 0 ? "" : _hash("Document SHA-256", terms.document),
                terms.termSheet == 0 ? "" : _hash("Term sheet Keccak-256", terms.termSheet)
            );
    }

    function _ending(Record memory record) private pure returns (string memory) {
        return
            string.concat(_text("Ended", CertificateText.endingOf(record.ending)), _date("Ended on", record.endedOn));
    }

    function _text(string memory trait, string memory value) private pure returns (string memory) {
        return string.concat(',{"trait_type":"', trait, '","value":"', Strings.escapeJSON(value), '"}');
    }

    function _account(string memory trait, address account) private pure returns (string memory) {
        return _text(trait, Strings.toChecksumHexString(account));
    }

    function _hash(string memory trait, bytes32 value) private pure returns (string memory) {
        return _text(trait, Strings.toHexString(uint256(value), 32));
    }

    function _number(string memory trait, uint256 value) private pure returns (string memory) {
        return _typed(trait, "number", value);
    }

    function _date(string memory trait, uint24 day) private pure returns (string memory) {
        return _typed(trait, "date", day * _DAY + _NOON);
    }

    function _typed(string memory trait, string memory display, uint256 value) private pure returns (string memory) {
        string memory shown = Strings.toString(value);
        return string.concat(',{"trait_type":"', trait, '","display_type":"', display, '","value":', shown, "}");
    }
}
