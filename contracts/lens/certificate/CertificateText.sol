// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";

import {DayCountConvention, Ending, OverdueBase, Record, Terms} from "../../types/NoteTypes.sol";
import {Figures} from "./Figures.sol";
import {TokenMetadata} from "./TokenMetadata.sol";

/// @notice What a certificate says, in words, none of them escaped. Texts of what a note has not are empty.
struct Wording {
    bool convertible;
    string title;
    string number;
    string currency;
    string principal;
    string outstanding;
    bool reduced; // less is outstanding than was lent, and the note is alive
    string dated;
    string maturity;
    string rate;
    string dayCount;
    string overdue;
    string prepayment;
    string transfer;
    string price;
    string window;
    string stock;
    string stockName;
    string ending;
    string document;
}

/// @title CertificateText
/// @notice Terms and record in words.
library CertificateText {
    string internal constant AS_SHARES_STOOD = "as shares stood when the note was made";

    function wordingOf(
        uint256 id,
        Terms memory terms,
        Record memory record
    ) internal view returns (Wording memory wording) {
        wording.number = Strings.toString(id);
        wording.title = "Promissory Note";
        wording.currency = TokenMetadata.symbolOf(terms.currency);
        (bool known, uint256 decimals) = TokenMetadata.decimalsOf(terms.currency);
        wording.principal = _money(wording.currency, known, Figures.money(terms.principal, decimals));
        wording.outstanding = _money(wording.currency, known, Figures.money(record.principal, decimals));
        wording.dated = Figures.date(terms.dated);
        wording.maturity = Figures.date(terms.maturity);
        wording.rate = Figures.percent(terms.rate);
        wording.dayCount = conventionOf(terms.dayCount);
        wording.overdue = _overdue(terms);
        wording.prepayment = terms.prepaymentAllowed ? "allowed" : "prohibited";
        wording.transfer =
            terms.affiliatesFree && terms.registry != address(0)
                ? "with the borrower's consent; free to affiliates"
                : "with the borrower's consent";
        if (terms.document != 0) wording.document = Strings.toHexString(uint256(terms.document), 32);

        if (record.ending != Ending.None) {
            wording.ending = string.concat(endingOf(record.ending), " ", Figures.date(record.endedOn));
        } else {
            wording.reduced = record.principal < terms.principal;
        }

        if (terms.stock == address(0)) return wording;
        wording.convertible = true;
        wording.title = "Convertible Promissory Note";
        wording.stock = TokenMetadata.symbolOf(terms.stock);
        wording.stockName = TokenMetadata.nameOf(terms.stock);
        wording.window = string.concat("after ", Figures.date(terms.convertibleAfter));
        if (terms.convertibleUntil != 0) {
            wording.window = string.concat(wording.window, " through ", Figures.date(terms.convertibleUntil));
        }
        string memory price = Figures.price(terms.priceNumerator, terms.priceDenominator, decimals);
        wording.price = _money(wording.currency, known, price);
    }

    /// @notice Names of the 2006 ISDA Definitions, section 4.16, and the usual one of the last.
    function conventionOf(DayCountConvention dayCount) internal pure returns (string memory) {
        if (dayCount == DayCountConvention.ACT_365F) return "Actual/365 (Fixed)";
        if (dayCount == DayCountConvention.ACT_360) return "Actual/360";
        if (dayCount == DayCountConvention.ACT_ACT_ISDA) return "Actual/Actual (ISDA)";
        if (dayCount == DayCountConvention.THIRTY_360_BB) return "30/360 (Bond Basis)";
        if (dayCount == DayCountConvention.THIRTY_E_360) return "30E/360";
        if (dayCount == DayCountConvention.THIRTY_E_360_ISDA) return "30E/360 (ISDA)";
        return "Actual/365 (No Leap)";
    }

    function endingOf(Ending ending) internal pure returns (string memory) {
        if (ending == Ending.Paid) return "Paid";
        if (ending == Ending.Converted) return "Converted";
        return ending == Ending.Replaced ? "Replaced" : "Released";
    }

    /// @notice The certificate in one paragraph, for who cannot see the picture.
    function descriptionOf(Wording memory wording) internal pure returns (string memory) {
        string memory text = string.concat(
            _debt(wording),
            " Dated ",
            wording.dated,
            ", due ",
            wording.maturity,
            ". Interest ",
            wording.rate,
            " a year, ",
            wording.dayCount
        );
        text = string.concat(
            text,
            "; overdue interest: ",
            wording.overdue,
            ". Prepayment: ",
            wording.prepayment,
            ". Transfer: ",
            wording.transfer,
            "."
        );
        if (!wording.convertible) return text;
        text = string.concat(text, " Convertible ", wording.window, " into ", wording.stock, " at ", wording.price);
        return string.concat(text, " a share, ", AS_SHARES_STOOD, ".");
    }

    function _debt(Wording memory wording) private pure returns (string memory) {
        if (bytes(wording.ending).length != 0) return string.concat(wording.principal, ". ", wording.ending, ".");
        if (!wording.reduced) return string.concat(wording.principal, ".");
        return string.concat(wording.principal, ", of which ", wording.outstanding, " is outstanding.");
    }

    function _overdue(Terms memory terms) private pure returns (string memory) {
        if (terms.overdueRate == 0) return "none";
        string memory rate = Figures.percent(terms.overdueRate);
        return
            string.concat(rate, " a year on principal", terms.overdueBase == OverdueBase.SumDue ? " and interest" : "");
    }

    /// @dev Where decimals are not known the figure was written with none.
    function _money(string memory currency, bool known, string memory figure) private pure returns (string memory) {
        return known ? string.concat(currency, " ", figure) : string.concat(figure, " units of ", currency);
    }
}
